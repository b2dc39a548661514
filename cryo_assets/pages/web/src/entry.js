// The page of a data set or a map.
import { cards } from "./cards.js";
import { histogram, orientations, sankey } from "./charts.js";
import { age, angstrom, bytes, command, count, duration, el, json, section, table, withoutWebGL } from "./dom.js";
import { loadPoints, PointView } from "./points.js";
import { planPart, stateWords, watch } from "./runs.js";

export async function entryPage(content, name) {
  const data = await json(`/api/entries/${name}`);
  const plan = data.state.done < data.state.of ? planPart(data) : null;
  const parts = [hero(data), plan?.element, cards(data), latent(data), rounds(data), views(data), checks(data), settings(data), made(data), lineage(data), leftOut(data), pictures(data), downloads(data), commands(data)];
  const shown = parts.filter(Boolean);
  content.replaceChildren(...shown);
  const links = shown.slice(1).map((part) => el("a", { href: `#${part.id}` }, part.querySelector("h2").firstChild.textContent));
  shown[0].append(el("nav.contents", { "aria-label": "On this page" }, links));
  if (plan) watch(data, shown[0], plan);
}

function hero(data) {
  const { state } = data;
  const ready = state.done === state.of;
  const pill = el(`span.pill.${ready ? "good" : "note"}`, { role: "status" }, stateWords(state));
  const marks = { good: "✓", note: "•", bad: "!" };
  const remarks = data.remarks.map(([tone, said]) => el(`li.${tone}`, {}, el("span.mark", { "aria-hidden": "true" }, marks[tone]), el("span", {}, said)));
  return el("section.hero", {},
    el("div.title", {}, el("h1", {}, data.name), el("span.dim", {}, data.kind), pill),
    el("p.headline", {}, `${data.headline}.`),
    remarks.length ? el("ul.remarks", {}, remarks) : null,
    el("div.tools", {},
      data.explorer.length ? el("a.button.first", { href: `/explore/${data.name}` }, "Explore the latent space") : null,
      el("a.button", { href: `/compare?a=${data.name}` }, "Compare with another"),
      data.export ? el("a.button", { href: `/export/${data.name}.zip`, download: `${data.name}.zip` }, "Take it home: zip for RELION, cryoSPARC, cryoDRGN, ChimeraX") : null));
}

function latent(data) {
  if (!data.latent) return null;
  const place = el("div.latent");
  const { latent: about } = data;
  const made = section("latent", "Latent space", el("p", {}, about.verdict), about.model ? el("p.dim", {}, about.model) : null, place);
  if (data.explorer.includes(about.round)) drawLatent(place, data.name, about).catch((error) => place.replaceChildren(error.message));
  return made;
}

async function drawLatent(place, name, about) {
  if (withoutWebGL() && about.dimensions > 1) throw new Error(withoutWebGL());
  const points = await loadPoints(name, about.round);
  const classes = await points.column("class");
  if (about.dimensions < 2) {
    place.append(histogram(await points.column("pc_1"), classes, points.classes, "principal axis 1"));
    return;
  }
  for (const [title, axes] of [["UMAP", ["umap2_1", "umap2_2"]], ["Principal axes", ["pc_1", "pc_2"]]]) {
    if (!points.has(axes[0]) || !points.has(axes[1])) continue;
    const view = new PointView();
    view.canvas.setAttribute("aria-label", `${title} of the particles by class`);
    place.append(el("figure", {}, view.element, el("figcaption", {}, `${title}, by class`)));
    view.setPlaces([await points.column(axes[0]), await points.column(axes[1])]);
    view.setColours(points.classColours(classes));
  }
  place.after(el("ul.legend", {}, points.classes.map((one) => legend(one))));
}

function legend(one) {
  const dot = el("span.dot");
  dot.style.background = one.colour;
  return el("li", {}, dot, `${one.title} (${count(one.particles)})`);
}

function rounds(data) {
  if (!data.rounds) return null;
  const { table: rows, stops } = data.rounds;
  const numbers = [...new Set(rows.map((row) => row.round))].sort((a, b) => a - b);
  const place = el("div");
  const slider = el("input", { type: "range", min: String(numbers[0]), max: String(numbers.at(-1)), value: String(numbers.at(-1)), "aria-label": "Round" });
  const said = el("output", {});
  function draw() {
    const number = Number(slider.value);
    said.textContent = `round ${number}`;
    const shown = rows.filter((row) => row.round === number);
    const cells = shown.map((row) => [String(row.class), count(row.particles ?? 0), row.resolution ? angstrom(row.resolution) : row.plain ? `refused (FSC alone: ${angstrom(row.plain)})` : "–", row.guard]);
    place.replaceChildren(table(["class", "particles", "resolution", "the guard"], cells));
    if (stops[number]) place.append(el("p.dim", {}, `The rounds ended: ${stops[number]}.`));
  }
  slider.addEventListener("input", draw);
  draw();
  const several = numbers.length > 1;
  return section("rounds", "Rounds", several ? sankey(data.rounds) : null, several ? el("div.row.short", {}, slider, said) : null, place);
}

function views(data) {
  if (!data.orientations) return null;
  const { counts, words } = data.orientations;
  return section("views", "Views", el("p", {}, words), orientations(counts));
}

function checks(data) {
  if (!data.checks.length) return null;
  const failed = data.checks.filter((check) => !check.passed).length;
  const rows = data.checks.map((check) => [el(`span.pill.${check.passed ? "good" : "bad"}`, {}, check.passed ? "yes" : "no"), check.question, check.detail, el("span.dim", {}, check.asset)]);
  const said = failed ? `${failed} of ${data.checks.length} failed.` : `All ${data.checks.length} passed.`;
  return section("checks", "Checks", el("details", { open: failed > 0 }, el("summary", {}, said), table(["passed", "asked", "found", "asset"], rows)));
}

function settings(data) {
  const rows = data.settings.map(([asset, name, value, usual]) => [asset, name, JSON.stringify(value), JSON.stringify(usual ?? null)]);
  return section("settings", "Settings", rows.length ? table(["asset", "setting", "value", "default"], rows) : el("p", {}, "Every setting is at its default."));
}

function made(data) {
  if (!data.made.length) return null;
  const rows = data.made.map((one) => [
    el("span", { title: one.about }, one.asset), el("code", {}, one.version.slice(0, 8)), one.current ? "as planned" : el("span", {}, el("span.pill.note", {}, "out of date"), ` ${one.why.join("; ")}`),
    el("time", { title: one.created, datetime: one.created }, age(one.created)), one.user, `${one.host}, ${one.device}`, duration(one.seconds), one.mlflow ? el("a", { href: one.mlflow, rel: "noreferrer" }, "curves") : ""]);
  const versions = data.versions.map((one) => [one.asset, el("code", {}, `${one.before.slice(0, 8)} → ${one.version.slice(0, 8)}`), one.in_use ? "in use" : "", age(one.created), one.user, one.differs.join("; "), one.headline.join(" → "),
    el("a", { href: `/compare?a=${one.asset}:${one.place}:${one.before}&b=${one.asset}:${one.place}:${one.version}` }, "compare")]);
  return section("made", "Who, when, and versions",
    el("details", {}, el("summary", {}, `${data.made.length} results`), table(["asset", "version", "state", "made", "by", "on", "took", "MLflow"], rows)),
    versions.length ? el("details", {}, el("summary", {}, `${versions.length} changes from version to version`), table(["asset", "versions", "state", "made", "by", "what differs", "number", "side by side"], versions)) : null);
}

// What a result came from: files with their digests on the left.
function lineage(data) {
  if (!data.made.length) return null;
  const first = data.made.find((one) => one.asset === "results/classes") ?? data.made.at(-1);
  const drawn = el("img", {});
  const place = el("div.scroll", { tabindex: "0", "aria-label": "Drawing of the lineage" }, drawn);
  const of = el("select", { "aria-label": "Result whose lineage is drawn" }, data.made.map((one) => el("option", { value: one.lineage, selected: one === first }, one.asset)));
  const line = el("div");
  const draw = () => {
    const asset = of.selectedOptions[0].textContent;
    Object.assign(drawn, { src: of.value, alt: `What ${asset} of ${data.name} came from` });
    line.replaceChildren(command(`cryo why ${data.name} ${asset}`));
  };
  of.addEventListener("change", draw);
  const part = el("details", {}, el("summary", {}, "Drawn, from the files on the left"), el("div.row.short", {}, of), place, line);
  part.addEventListener("toggle", () => part.open && !drawn.src && draw());
  return section("lineage", "Where it came from", part);
}

function leftOut(data) {
  if (!data.left_out) return null;
  const { count: all, columns, rows, file } = data.left_out;
  return section("left-out", "Images left out",
    el("details", {}, el("summary", {}, `${count(all)} images${rows.length < all ? `, the first ${count(rows.length)} here` : ""}`), table(columns, rows.map((row) => row.map(String))), el("a", { href: file, download: true }, "the whole table")));
}

function pictures(data) {
  if (!data.pictures.length) return null;
  const shown = data.pictures.map((one) => el("figure", {}, el("a", { href: one.url }, el("img", { src: one.url, alt: one.title, loading: "lazy" })), el("figcaption", {}, one.title, el("span.dim", {}, ` ${one.asset}`))));
  return section("pictures", "Pictures", el("details", {}, el("summary", {}, `${shown.length} pictures of its results`), el("div.gallery", {}, shown)));
}

function downloads(data) {
  if (!data.made.length) return null;
  const parts = data.made.map((one) => {
    const all = one.files.reduce((sum, [, size]) => sum + size, 0);
    const rows = one.files.map(([name, size, url]) => [el("a", { href: url, download: true }, name), bytes(size)]);
    return el("details", {}, el("summary", {}, one.asset, el("span.dim", {}, ` ${one.files.length} files, ${bytes(all)}`)), el("p.dim.small", {}, one.folder), table(["file", "size"], rows));
  });
  return section("files", "Files", data.export ? el("p", {}, el("a.button", { href: `/export/${data.name}.zip`, download: `${data.name}.zip` }, "All for other programs, one zip with a README")) : null, parts);
}

function commands(data) {
  return section("commands", "The same at a terminal", data.commands.map(([text, about]) => command(text, about)));
}
