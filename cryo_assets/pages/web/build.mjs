// Bundles src/ into ../static, with the licences of what is in it, and the digest of what it was made of.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

const target = "../static";
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await build({
  entryPoints: ["src/main.js", "src/style.css"],
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
});
for (const name of ["index.html", "icon.svg"]) cpSync(`src/${name}`, `${target}/${name}`);
const packages = Object.keys(JSON.parse(readFileSync("package.json")).dependencies);
const texts = packages.map((name) => {
  const about = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  return `${name} ${about.version} (${about.license})\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8")}`;
});
writeFileSync(`${target}/LICENSES.txt`, texts.join(`\n${"-".repeat(80)}\n\n`));
const digest = createHash("sha256");
for (const path of ["package-lock.json", ...readdirSync("src").sort().map((name) => `src/${name}`)]) digest.update(readFileSync(path));
writeFileSync(`${target}/SOURCES.sha256`, `${digest.digest("hex")}\n`);
