// What is picked, and what is made of it: files, or a data set that is run.
import { command, count, el, post, save } from "./dom.js";

const field = (label, control) => el("label.field", {}, el("span", {}, label), control);
const choice = (...pairs) => el("select", {}, pairs.map(([value, title]) => el("option", { value }, title)));

export function pickedPanel(points, selection) {
  const number = el("div.big", { role: "status", id: "picked" }, "0");
  const share = el("p.dim.small", {}, "Draw around particles, or pick a class or a range.");
  const what = choice(["picked", "what is picked"], ["rest", "all but what is picked"]);
  const poses = choice(["given", "as the table has them"], ["moved", `as round ${points.round} moved them: the next round`]);
  const target = el("input", { type: "text", value: `${points.name}-picked`, "aria-label": "Name of the new data set", maxlength: "64" });
  const run = el("input", { type: "checkbox", checked: true });
  const said = el("div", { role: "status" });
  const line = el("div");
  const rest = () => what.value === "rest";
  const taken = () => (rest() ? points.count - selection.count : selection.count);
  const drawing = () => ({
    dataset: points.name, round: points.round, ...points.versions, steps: rest() ? [...selection.now.steps, { how: "invert" }] : selection.now.steps,
  });
  const tried = (work) => async () => {
    said.replaceChildren("…");
    try {
      said.replaceChildren(...((await work()) ?? []));
    } catch (error) {
      said.replaceChildren(el("p.warn", {}, error.message));
    }
  };
  const sent = (name, query = "") => post(`/api/explore/${points.name}/${name}${query}`, drawing());
  const file = (asked, name) => el("button", { type: "button", onclick: tried(async () => save(await (await sent(asked)).blob(), name)) }, name.replace(`${points.name}-`, ""));
  const files = [
    file("selection.star", `${points.name}-particles.star`), file("selection.cs", `${points.name}-particles.cs`), file("ind.pkl", "ind.pkl"),
    el("button", { type: "button", title: "What was drawn, for cryo filter --polygon", onclick: () => save(new Blob([JSON.stringify(drawing())], { type: "application/json" }), "polygon.json") }, "polygon.json"),
  ];
  const make = el("button.first", { type: "button", onclick: tried(() => made(sent, { target, poses, run })) }, "New data set");
  const update = () => {
    number.textContent = count(selection.count);
    share.textContent = `${((100 * selection.count) / points.count).toFixed(1)} % of ${count(points.count)} particles`;
    [...files, make].forEach((button) => (button.disabled = !selection.count || !taken()));
    make.textContent = `New data set of ${count(taken())}`;
    const name = target.value || "NAME";
    const moved = poses.value === "moved" ? " --poses moved" : "";
    line.replaceChildren(command(`cryo filter ${points.name} --polygon polygon.json${moved} --name ${name}`), command(`cryo run ${name}`));
  };
  selection.addEventListener("change", update);
  for (const control of [what, poses, target]) control.addEventListener("input", update);
  update();
  return el("section.panel", {}, el("h2", {}, "Picked"), number, share, field("take", what), el("div.modes", {}, files),
    field("poses of the new data set", poses), field("its name", target), el("label.check.small", {}, run, "run it at once"), el("div.row", {}, make), said,
    el("p.dim.small", {}, "The same with the saved polygon.json:"), line);
}

async function made(sent, { target, poses, run }) {
  const found = await (await sent("filter", `?new=${encodeURIComponent(target.value)}&poses=${poses.value}`)).json();
  const link = el("a", { href: `/entry/${found.name}` }, found.name);
  if (run.checked) await post(`/api/entries/${found.name}/run`);
  return [el("p", {}, `${count(found.particles)} particles are the data set `, link, run.checked ? ". It runs; its page says how far." : ".")];
}
