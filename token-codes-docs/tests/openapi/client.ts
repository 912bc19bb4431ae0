// What compiles, and what does not: tsc reports an `@ts-expect-error` with nothing wrong below it.
import createClient from "openapi-fetch";
import type { components as Odd } from "./odd.js";
import type { components, paths } from "./service.js";
import type { components as Shop } from "./shop.js";
import type { components as Thirteen } from "./thirteen.js";

const client = createClient<paths>({ baseUrl: "https://shop.example.com" });

// A client of the service knows what it may fail with, and the types of the params of each code.
export async function order(): Promise<string> {
  const { data, error } = await client.POST("/orders");
  if (data) {
    const delayed: components["schemas"]["Code"] | null | undefined = data.delayed;
    return delayed ?? data.item;
  }
  switch (error.code) {
    case "SHOP-02": {
      const left: number = error.params.left;
      // @ts-expect-error: an integer is a number
      const text: string = error.params.left;
      return `${error.params.item}: ${left} ${text}`;
    }
    case "SHOP-03": {
      const amount: number | null = error.params.amount;
      const card: string | undefined = error.params.card;
      // @ts-expect-error: a personal param need not be there
      const shown: string = error.params.card;
      // @ts-expect-error: a secret one never is
      error.params.pin;
      return `${amount} ${card} ${shown} ${error.params.is_final satisfies boolean}`;
    }
    case "SHOP-04":
      return `try again in ${error.params.retry_after} seconds`;
    case "SHOP-01":
    case "SHOP-05":
      // @ts-expect-error: they have no params
      error.params;
      return error.detail;
    // @ts-expect-error: an order does not fail with it
    case "SHOP-06":
      return "";
    default:
      // No code is left.
      return error satisfies never;
  }
}

// The command and the service describe the same.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const same: Same<Shop["schemas"], Omit<components["schemas"], "Order">> = true;
export const sameResponses: Same<Shop["responses"], components["responses"]> = true;

// Without Rust: the thirteen codes, and a catalog with codes that are no identifiers.
export function explain(problem: Thirteen["schemas"]["Problem"]): string {
  return problem.code === "TOK005" ? `${problem.params.max_hours + 1} ${problem.params.expires_at}` : problem.detail;
}
// @ts-expect-error: not a code
export const none: Thirteen["schemas"]["Code"] = "TOK999";
export const digits: Odd["schemas"]["000012Problem"]["code"] = "000012";
export const colon: Odd["schemas"]["CDC.3AErrMixedCaseProblem"]["code"] = "CDC:ErrMixedCase";
