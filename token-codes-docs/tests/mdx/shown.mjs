// Compiles MDX pages, a JSON array of texts on standard input, and writes the lines of text that each shows, as JSON.
// Docusaurus compiles with the first two plugins, and many a site of it with the third.

import { text } from "node:stream/consumers";
import { evaluate } from "@mdx-js/mdx";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";

const CONTAINERS = ["root", "ul", "ol", "li", "table", "thead", "tbody", "tr"];
const BLOCKS = ["p", "li", "tr", "h1", "h2", "h3", "h4"];
const INLINE = ["a", "em", "code", "span", "th", "td"];

// Instead of elements of React, a tree.
const element = (type, { children = [] }) =>
  typeof type === "function" ? type({ children }) : { type, children: [children].flat() };
const runtime = { Fragment: "root", jsx: element, jsxs: element };

function lines(root) {
  const lines = [];
  let block = "";
  const endBlock = () => {
    lines.push(...block.split("\n").filter((line) => line !== ""));
    block = "";
  };
  const visit = (node, parent) => {
    if (typeof node === "string") {
      // Between blocks, and after a line break, there is one that nobody sees.
      if (CONTAINERS.includes(parent) && node === "\n") return;
      block += block.endsWith("\n") ? node.replace(/^\n/, "") : node;
      return;
    }
    if (node.type === "br") {
      block += "\n";
      return;
    }
    if (![...CONTAINERS, ...BLOCKS, ...INLINE].includes(node.type)) throw new Error(`unexpected ${node.type}`);
    // Of an item that has a list.
    if (parent === "li" && ["ul", "ol"].includes(node.type)) endBlock();
    let number = 0;
    for (const child of node.children) {
      if (child.type === "li") block = node.type === "ul" ? "  • " : `  ${(number += 1)}. `;
      visit(child, node.type);
    }
    if (BLOCKS.includes(node.type)) endBlock();
  };
  visit(root);
  return lines;
}

async function shown(page) {
  try {
    const remarkPlugins = [remarkGfm, remarkDirective, remarkMath];
    const { default: Content } = await evaluate(page, { ...runtime, remarkPlugins });
    const tree = Content({});
    return lines(tree.type === "root" ? tree : { type: "root", children: [tree] });
  } catch (error) {
    return [`${error}`];
  }
}

const pages = JSON.parse(await text(process.stdin));
const all = [];
for (const page of pages) all.push(await shown(page));
process.stdout.write(JSON.stringify(all));
