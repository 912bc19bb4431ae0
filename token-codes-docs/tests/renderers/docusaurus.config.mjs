// The defaults, and every broken link a failure.
export default {
  title: "Pages",
  url: "https://example.com",
  baseUrl: "/",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  markdown: { hooks: { onBrokenMarkdownLinks: "throw" } },
  presets: [["classic", { docs: { path: "pages", routeBasePath: "/", exclude: ["SUMMARY.md"] }, blog: false, pages: false }]],
};
