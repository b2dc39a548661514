// Which page an address shows.
import { addPage } from "./add.js";
import { comparePage } from "./compare.js";
import { el } from "./dom.js";
import { entryPage } from "./entry.js";
import { explorePage } from "./explore.js";
import { listPage } from "./list.js";

const KEY = "cryo-theme";
const preferred = matchMedia("(prefers-color-scheme: dark)");

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  document.dispatchEvent(new Event("theme"));
}

const chosen = () => localStorage.getItem(KEY) || (preferred.matches ? "dark" : "light");
preferred.addEventListener("change", () => setTheme(chosen()));
setTheme(chosen());

function toggle() {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, theme);
  setTheme(theme);
}

const [, place, encoded] = location.pathname.split("/");
const name = decodeURIComponent(encoded || "");
document.getElementById("bar").append(
  el("a.home", { href: "/" }, el("img", { src: "/static/icon.svg", alt: "" }), "cryo-assets"),
  el("nav", { "aria-label": "Where you are" },
    name ? el("a", { href: `/entry/${name}`, "aria-current": place === "entry" ? "page" : null }, name) : null,
    place === "add" || place === "compare" ? el("a", { href: location.href, "aria-current": "page" }, place) : null,
    place === "explore" ? el("a", { href: `/explore/${name}`, "aria-current": "page" }, "explorer") : null),
  el("button.theme", { type: "button", onclick: toggle, title: "Dark or light" }, "◐"),
);

const content = document.getElementById("content");
const pages = { entry: entryPage, explore: explorePage, compare: comparePage, add: addPage };
document.title = name ? `${name} · cryo-assets` : "cryo-assets";
try {
  await (pages[place] || listPage)(content, name);
} catch (error) {
  content.replaceChildren(el("p.fault", { role: "alert" }, error.message));
}
