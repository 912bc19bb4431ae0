// What a browser shows of the pages in mdBook and in Docusaurus, and what it should: `run` has built both.

import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const { WORK, CHROMIUM } = process.env;
const expected = JSON.parse(fs.readFileSync(path.join(WORK, "expected.json"), "utf8"));

// The element with the page, what is in it that no page has written, and the address of a page.
const RENDERERS = {
  mdbook: { main: "main", aside: [], address: (file) => file.replace(/\.md$/, ".html") },
  docusaurus: {
    main: "article .markdown",
    aside: [".hash-link"],
    // A number before a name is its place in the order.
    address: (file) => file.replace(/(^|\/)index\.md$/, "$1").replace(/\/\d+-(?=[a-z])/, "/").replace(/\.md$/, ""),
  },
};

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };

// A folder as a web server has it.
async function serve(folder) {
  const server = http.createServer((request, response) => {
    const asked = path.join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = [asked, `${asked}.html`, path.join(asked, "index.html")].find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
    if (file === undefined) return response.writeHead(404).end("there is no such page");
    response.writeHead(200, { "content-type": `${TYPES[path.extname(file).slice(1)] ?? "application/octet-stream"}; charset=utf-8` });
    return response.end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, root: `http://127.0.0.1:${server.address().port}/` };
}

// In the browser: the lines of text, the cells of a row not kept apart, items with their bullets and numbers; the `id`s;
// and where links lead.
function look({ main, aside }) {
  const root = document.querySelector(main);
  if (root === null) return null;
  const ids = [...root.querySelectorAll("[id]")].map((element) => element.id);
  const links = [...root.querySelectorAll("a[href]")].map((link) => link.href);
  for (const selector of aside) for (const element of root.querySelectorAll(selector)) element.remove();
  const lines = [];
  const add = (before, text) => {
    lines.push(...`${before}${text.replace(/^[ \t\n]+|[ \t\n]+$/g, "")}`.split("\n").map((line) => line.trimEnd() === "" ? "" : line));
  };
  const visit = (element, before) => {
    if (/^(P|H[1-6])$/.test(element.tagName)) return add(before, element.innerText);
    if (element.tagName === "TR") return add(before, [...element.cells].map((cell) => cell.innerText).join(""));
    if (element.tagName === "LI" && element.querySelector("p") === null) return add(before, element.innerText);
    let number = 0;
    for (const child of element.children) {
      const mark = element.tagName === "OL" ? `  ${(number += 1)}. ` : "  • ";
      visit(child, child.tagName === "LI" ? mark : before);
      before = "";
    }
  };
  visit(root, "");
  return { lines: lines.filter((line) => line !== ""), ids, links };
}

// A browser shows spaces and tabs in a row as one space.
const collapsed = (line) => line.replace(/([^ \t])[ \t]+/g, "$1 ");

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const wrong = [];
for (const [name, renderer] of Object.entries(RENDERERS)) {
  const { server, root } = await serve(path.join(WORK, name));
  const page = await browser.newPage();
  const seen = new Map();
  for (const [file, lines] of Object.entries(expected)) {
    const response = await page.goto(root + renderer.address(file), { waitUntil: "domcontentloaded" });
    const found = response.ok() ? await page.evaluate(look, { main: renderer.main, aside: renderer.aside }) : null;
    if (found === null) {
      wrong.push({ name, file, wrong: "there is no such page" });
      continue;
    }
    const address = (url) => decodeURI(url.split("#")[0]).replace(/\/$/, "");
    seen.set(address(page.url()), { file, ...found });
    const should = lines.map(collapsed);
    const first = should.findIndex((line, index) => line !== found.lines[index]);
    if (first >= 0 || should.length !== found.lines.length) {
      wrong.push({ name, file, line: first, shown: found.lines[first], should: should[first] });
    }
    if (new Set(found.ids).size !== found.ids.length) wrong.push({ name, file, ids: found.ids });
  }
  for (const { file, links } of seen.values()) {
    // Docusaurus makes links of addresses, too.
    for (const link of links.filter((link) => link.startsWith(root))) {
      const [target, id] = link.split("#");
      const page = seen.get(decodeURI(target).replace(/\/$/, ""));
      const count = page?.ids.filter((other) => other === decodeURIComponent(id ?? "")).length;
      if (page === undefined || (id !== undefined && count !== 1)) wrong.push({ name, file, link, count });
    }
  }
  process.stdout.write(`${name}: looked at ${seen.size} pages\n`);
  await page.close();
  server.close();
}
await browser.close();
console.dir(wrong.slice(0, 50), { depth: null, maxArrayLength: null });
assert.equal(wrong.length, 0);
assert.ok(Object.keys(expected).length > 100);
