// A form that adds a data set or a map: what its files say is shown, what is missing is asked for.
import { bytes, command, count, el, json, post, section, table } from "./dom.js";
import { planPart } from "./runs.js";

const NUMBERS = "decimal";
const FIELDS = {
  datasets: [
    ["stack", "images, where the table does not name them", "path"], ["stack_dir", "folder that image names are relative to", "path"],
    ["ctf", "ctf.pkl, of a poses.pkl", "path"], ["selection", "ind.pkl, of a poses.pkl", "path"],
    ["pixel_angstrom", "pixel size, Å", NUMBERS], ["voltage_kilovolt", "voltage, kV", NUMBERS],
    ["spherical_aberration_mm", "spherical aberration, mm", NUMBERS], ["amplitude_contrast", "amplitude contrast, 0 to 1", NUMBERS],
    ["symmetry", "symmetry (C1, C4, D2, O, I …)", "text"],
    ["poses_aligned_to_angstrom", "poses were aligned to one map to, Å (or: unknown)", "text"],
  ],
  maps: [
    ["half1", "half map 1", "path"], ["half2", "half map 2", "path"], ["model", "atomic model", "path"],
    ["resolution_angstrom", "resolution, Å", NUMBERS], ["voxel_angstrom", "voxel size, Å", NUMBERS],
  ],
};

export async function addPage(content) {
  const form = new Form();
  const browser = new Browser((file) => form.take(file));
  form.targeted = (label) => browser.fills(label);
  content.replaceChildren(el("section.hero", {}, el("h1", {}, "Add a data set or a map")),
    el("div.adding", {}, browser.element, el("div", {}, form.element, form.found)));
  await browser.open("");
}

class Browser {
  constructor(taken) {
    this.taken = taken;
    this.where = el("p.path", { role: "status" });
    this.list = el("ul.files");
    this.fill = el("p.dim.small", {}, "A click fills: the table, images or map.");
    this.element = section("files", "Files", this.fill, this.where, this.list);
  }

  fills(label) {
    this.fill.textContent = `A click fills: ${label}.`;
  }

  async open(path) {
    try {
      this.show(await json(`/api/folder?path=${encodeURIComponent(path)}`));
    } catch (error) {
      this.where.replaceChildren(el("span.warn", {}, error.message));
    }
  }

  show({ folder, up, roots, entries, more }) {
    const go = (path, title) => el("button", { type: "button", onclick: () => this.open(path) }, title);
    const others = roots.filter((root) => root !== folder).map((root) => go(root, root));
    this.where.replaceChildren(el("code", {}, folder), " ", up ? go(up, "up") : "", ...others);
    const rows = entries.map((one) => el("li", {}, el("button", { type: "button", "data-kind": one.kind, onclick: () => (one.kind === "folder" ? this.open(one.path) : this.taken(one)) },
      el("span", {}, one.kind === "folder" ? `${one.name}/` : one.name), el("span.dim", {}, one.kind === "folder" ? "" : `${one.kind}, ${bytes(one.bytes)}`))));
    if (more) rows.push(el("li.dim", {}, `and ${count(more)} more`));
    this.list.replaceChildren(...(rows.length ? rows : [el("li.dim", {}, "nothing here that could be added")]));
  }
}

class Form {
  constructor() {
    this.targeted = () => {};
    this.kind = el("select", {}, el("option", { value: "datasets" }, "a data set of particles"), el("option", { value: "maps" }, "a map"));
    this.path = el("input", { type: "text", spellcheck: "false", maxlength: "4096" });
    this.name = el("input", { type: "text", spellcheck: "false", maxlength: "64" });
    this.contrast = el("select", {}, [["", "as the table says, or not known yet"], ["white", "white: particles are bright"], ["dark", "dark: particles are dark"]].map(([value, title]) => el("option", { value }, title)));
    this.more = el("div.fields");
    this.said = el("div", { role: "status" });
    this.found = el("div", { id: "found" });
    this.target = this.path;
    this.path.addEventListener("focus", () => this.aim(this.path, "the table, images or map"));
    this.kind.addEventListener("change", () => this.fields());
    const add = el("button", { type: "button", onclick: () => this.send("add") }, "Add it");
    this.element = section("form", "What it is", row("table, images or map", this.path), el("div.fields", {}, row("it is", this.kind), row("name of the entry", this.name)), this.more,
      el("div.tools", {}, el("button.first", { type: "button", onclick: () => this.send("look") }, "Look at it"), add), this.said);
    this.fields();
  }

  aim(control, label) {
    this.target = control;
    this.targeted(label);
  }

  fields() {
    this.controls = new Map();
    const rows = FIELDS[this.kind.value].map(([name, label, type]) => {
      const control = el("input", { type: "text", spellcheck: "false", inputmode: type === NUMBERS ? NUMBERS : "text", maxlength: type === "path" ? "4096" : "16" });
      if (type === "path") control.addEventListener("focus", () => this.aim(control, label));
      this.controls.set(name, [control, type]);
      return row(label, control);
    });
    this.more.replaceChildren(...(this.kind.value === "datasets" ? [row("contrast", this.contrast)] : []), ...rows);
  }

  take(file) {
    this.target.value = file.path;
    if (this.target !== this.path) return;
    this.name.value = file.name.replace(/\.(gz|bz2)$/, "").replace(/\.[^.]*$/, "").replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, 64);
    this.kind.value = file.kind === "map" ? "maps" : "datasets";
    this.fields();
    this.send("look");
  }

  asked() {
    const made = { kind: this.kind.value, path: this.path.value.trim(), name: this.name.value.trim() };
    if (made.kind === "datasets" && this.contrast.value) made.contrast = this.contrast.value;
    for (const [name, [control, type]] of this.controls) {
      const value = control.value.trim();
      if (value) made[name] = type === NUMBERS || (name === "poses_aligned_to_angstrom" && value !== "unknown") ? Number(value) : value;
    }
    return made;
  }

  async send(what) {
    this.said.replaceChildren("…");
    const asked = this.asked();
    try {
      const found = await (await post(`/api/${what}`, asked)).json();
      this.said.replaceChildren();
      if (what === "look") this.looked(found, asked);
      else this.added(found);
    } catch (error) {
      this.said.replaceChildren(el("p.warn", {}, error.message));
    }
  }

  looked(found, asked) {
    const notes = [...found.missing.map((line) => `Missing: ${line}.`), ...found.warnings];
    const images = asked.kind === "datasets" ? section("contrast", "Which is right?", el("p", {}, "The first images, smoothed. In which are the particles bright?"),
      el("div.pair", {}, this.shown(asked, "white"), this.shown(asked, "dark"))) : null;
    this.found.replaceChildren(section("says", "What the files say", table(["what", "value"], facts(found)), notes.map((note) => el("p.note", {}, note)), command(found.command)), ...(images ? [images] : []));
  }

  // The first images as they are (white particles are bright there), or turned (dark ones are).
  shown(asked, contrast) {
    const form = encodeURIComponent(JSON.stringify(asked));
    const title = contrast === "white" ? "as they are" : "with dark and bright exchanged";
    const take = () => {
      this.contrast.value = contrast;
      this.send("look");
    };
    return el("figure", {}, el("img.montage", { src: `/api/first-images.png?turned=${Number(contrast === "dark")}&form=${form}`, alt: `The first images ${title}` }), el("figcaption", {}, title),
      el("button", { type: "button", "aria-pressed": String(asked.contrast === contrast), onclick: take }, `Particles are bright here: contrast ${contrast}`));
  }

  added(found) {
    const plan = planPart(found);
    const link = el("a.button", { href: `/entry/${found.name}` }, `Its page: ${found.name}`);
    this.found.replaceChildren(section("added", "Added", el("p", {}, `${found.name} is in the inbox.`), found.missing.map((line) => el("p.note", {}, `Missing: ${line}.`)), command(found.command), el("div.tools", {}, link)), plan.element);
  }
}

const row = (label, control) => el("label.field", {}, el("span", {}, label), control);

const TITLES = { shape_zyx: "voxels (z, y, x)", pixel_angstrom: "pixel size, Å", voxel_angstrom: "voxel size, Å", origin_angstrom: "origin, Å", box: "box, pixels", optics_groups: "optics groups", has_poses: "poses", half_sets: "half sets", half_maps: "half maps" };
const LEFT_OUT = ["name", "kind", "manifest", "missing", "warnings", "command"];

function facts(found) {
  const words = (value) => (value === true ? "yes" : value === false ? "no" : value === null ? "not said" : Array.isArray(value) ? value.map(words).join(", ") : typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value));
  return Object.entries(found).filter(([name]) => !LEFT_OUT.includes(name)).map(([name, value]) => [TITLES[name] ?? name.replaceAll("_", " "), words(value)]);
}
