import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await build({
  root: path("."),
  base: "./",
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: {
    target: "chrome114",
    outDir: path("../../../build/out/preview"),
    emptyOutDir: true,
    minify: false,
  },
});
