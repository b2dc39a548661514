// Elements of a page. Whatever comes from data is set as text, never as markup.

export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name || "div");
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const count = (number) => Number(number).toLocaleString("en");

export const counted = (number, what) => `${count(number)} ${what}${number === 1 ? "" : "s"}`;

export function bytes(number) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = number > 0 ? Math.min(units.length - 1, Math.floor(Math.log10(number) / 3)) : 0;
  const value = number / 1000 ** step;
  return `${step && value < 100 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}

export function age(moment) {
  if (!moment) return "";
  const minutes = (Date.now() - new Date(moment)) / 60000;
  for (const [length, unit] of [[1440 * 365, "year"], [1440, "day"], [60, "hour"], [1, "minute"]]) {
    const value = Math.floor(minutes / length);
    if (value >= 1) return `${value} ${unit}${value > 1 ? "s" : ""} ago`;
  }
  return "just now";
}

export function duration(seconds) {
  if (seconds < 90) return `${Number(seconds).toFixed(seconds < 10 ? 1 : 0)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

export const angstrom = (value) => (value === null || value === undefined ? "–" : `${value.toPrecision(3)} Å`);

export async function ask(address, options) {
  const answer = await fetch(address, options);
  if (answer.ok) return answer;
  let said = answer.statusText;
  try {
    said = (await answer.json()).error || said;
  } catch {
    // an answer without words
  }
  throw new Error(said || `the server answers ${answer.status}`);
}

// Send a document, as something that is asked for.
export const post = (address, asked = {}) =>
  ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) });

export const json = async (address) => (await ask(address)).json();

export function command(text, about) {
  const button = el("button.copy", { type: "button", title: "Copy the command" }, "copy");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "copied";
    setTimeout(() => (button.textContent = "copy"), 1500);
  });
  return el("div.command", {}, el("code", {}, text), button, about ? el("span.dim", {}, about) : null);
}

export function table(columns, rows, attributes = {}) {
  const head = el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)));
  const lines = rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell ?? ""))));
  return el("div.scroll", { tabindex: "0" }, el("table", attributes, el("thead", {}, head), el("tbody", {}, lines)));
}

export function section(id, title, ...children) {
  return el("section.panel", { id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title), ...children);
}

export function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Why nothing is drawn where the browser cannot; "" where it can.
export function withoutWebGL() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl ? "" : "This browser has no WebGL, which draws surfaces and particles; the pictures below need none.";
}

export const dark = () => document.documentElement.dataset.theme === "dark";
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
