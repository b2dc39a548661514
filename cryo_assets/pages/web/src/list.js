// All entries, with search.
import { age, bytes, count, el, json } from "./dom.js";

export async function listPage(content) {
  const { entries, home } = await json("/api/entries");
  const search = el("input", { type: "search", placeholder: "Search name, state, headline, owner", "aria-label": "Search" });
  const body = el("tbody");
  const found = el("span.dim", { role: "status" });

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = entries.filter((entry) => {
      const text = `${entry.name} ${entry.kind} ${entry.state} ${entry.headline} ${entry.owner}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    found.textContent = `${count(shown.length)} of ${count(entries.length)} entries in ${home}`;
    body.replaceChildren(...shown.map(row));
  }

  search.addEventListener("input", draw);
  if (!entries.length) {
    content.append(el("section.hero", {}, el("h1", {}, "Nothing here yet"),
      el("p", {}, "`cryo add` and `cryo add-map` make entries, as this page does; `cryo demo` makes an example."), add()));
    return;
  }
  const names = ["Entry", "What was found", "State", "Owner", "Size", "Last result"];
  const head = el("thead", {}, el("tr", {}, names.map((name) => el("th", { scope: "col" }, name))));
  content.append(
    el("section.hero", {}, el("h1", {}, "Data sets and maps"), el("div.tools", {}, search, found, add(), el("a.button", { href: "/compare" }, "Compare"))),
    el("section.panel.scroll", {}, el("table.entries", {}, head, body)),
  );
  draw();
}

const add = () => el("a.button.first", { href: "/add" }, "Add a data set or a map");

function row(entry) {
  const state = el(`span.pill.${entry.ok ? (entry.state === "up to date" ? "good" : "note") : "bad"}`, {}, entry.state);
  return el("tr", {},
    el("td", {}, el("a.name", { href: `/entry/${encodeURIComponent(entry.name)}` }, entry.name), el("div.dim", {}, entry.kind)),
    el("td", {}, entry.headline), el("td", {}, state), el("td", {}, entry.owner),
    el("td.number", {}, entry.bytes ? bytes(entry.bytes) : ""), el("td", {}, age(entry.made)));
}
