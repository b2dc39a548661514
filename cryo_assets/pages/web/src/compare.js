// Two entries or versions side by side: what was set differently first, then numbers, maps, curves and classes.
import { cardOf } from "./cards.js";
import { overlaid, sankey } from "./charts.js";
import { command, el, json, section, table } from "./dom.js";
import { Pose } from "./view3d.js";

export async function comparePage(content) {
  const asked = new URLSearchParams(location.search);
  const chosen = await chooser(asked);
  if (!asked.get("a") || !asked.get("b")) {
    content.replaceChildren(chosen);
    return;
  }
  const found = await json(`/api/compare?${new URLSearchParams({ a: asked.get("a"), b: asked.get("b") })}`).catch((error) => {
    content.replaceChildren(chosen, el("p.fault", { role: "alert" }, error.message));
  });
  if (!found) return;
  const heads = found.sides.map((side) => side.title);
  content.replaceChildren(chosen, ...[verdicts(found), differences(found, heads), maps(found), classes(found, heads), numbers(found, heads), checks(found, heads),
    section("commands", "The same at a terminal", command(found.command))].filter(Boolean));
}

async function chooser(asked) {
  const { entries } = await json("/api/entries");
  const pick = (label, key) => {
    const names = entries.filter((entry) => entry.ok).map((entry) => entry.name);
    const now = asked.get(key) || "";
    if (now && !names.includes(now)) names.unshift(now);
    const control = el("select", { name: key, "aria-label": label }, ["", ...names].map((name) => el("option", { value: name, selected: name === now }, name || "choose …")));
    control.addEventListener("change", () => {
      asked.set(key, control.value);
      location.search = asked;
    });
    return control;
  };
  return el("section.hero", {}, el("h1", {}, "Compare"), el("div.tools", {}, pick("First", "a"), el("span", {}, "with"), pick("Second", "b")));
}

function verdicts(found) {
  const side = (one) => el("div", {}, el("h3", {}, el("a", { href: `/entry/${one.name}` }, one.title)), el("p", {}, `${one.headline}.`),
    one.remarks.length ? el("ul", {}, one.remarks.map(([, said]) => el("li", {}, said))) : null);
  return section("found", "What was found", el("div.pair", {}, found.sides.map(side)));
}

function differences(found) {
  return section("why", "Set differently", found.why.length ? table(["asset", "difference"], found.why) : el("p", {}, "Nothing: both were made in the same way."));
}

// Cards with the same title beside each other, the rest after them.
function maps(found) {
  const [first, second] = found.sides.map((side) => side.cards);
  const titles = [...new Set([...first, ...second].map((card) => card.title))];
  if (!titles.length) return null;
  const pose = new Pose();
  pose.spinning = false;
  const rows = titles.map((title) => {
    const both = [first, second].map((cards) => cards.find((card) => card.title === title));
    const shown = both.map((card, i) => (card ? cardOf({ ...card, fsc: both[0]?.fsc && both[1]?.fsc ? null : card.fsc }, pose, found.sides[i].title).element : el("p.dim", {}, `${found.sides[i].title} has no “${title}”.`)));
    const curves = both.every((card) => card?.fsc) ? overlaid(both.map((card, i) => ({ title: found.sides[i].title, fsc: card.fsc }))) : null;
    return [el("h3", {}, title), el("div.compared", {}, shown, curves)];
  });
  const note = first.some((card) => "class" in card) && !found.flow ? el("p.dim", {}, "Classes have the same number here, which need not mean the same state.") : null;
  return section("maps", "Maps", el("p.dim", {}, "Drag one, or use the arrow keys, to turn all; wheel, or + and −, to zoom. All have one scale."), note, rows);
}

function classes(found, heads) {
  return found.flow ? section("classes", "Who is in which class", sankey({ ...found.flow, titles: (round) => heads[round - 1] })) : null;
}

function numbers(found, heads) {
  return found.numbers.length ? section("numbers", "Numbers that differ", table(["asset", "number", ...heads, "difference"], found.numbers)) : null;
}

function checks(found, heads) {
  return found.checks.length ? section("checks", "Checks that differ", table(["asset", "check", ...heads], found.checks.map((row) => row.map((cell) => cell ?? "–")))) : null;
}
