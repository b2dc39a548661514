// Curves and histograms, with uPlot; the flow of particles from round to round, in SVG.
import uPlot from "uplot";
import { colour, count, el, svg } from "./dom.js";

const redraws = new Set();
document.addEventListener("theme", () => redraws.forEach((redraw) => redraw()));

// A chart that fills its place, and is drawn again where its width or the theme changes.
function chart(label, options, data, height) {
  const place = el("div.chart", { role: "img", "aria-label": label });
  let made;
  const draw = () => {
    made?.destroy();
    made = place.clientWidth ? new uPlot({ ...options(), width: place.clientWidth, height }, data, place) : null;
  };
  let width = 0;
  new ResizeObserver(() => {
    if (place.clientWidth !== width) {
      width = place.clientWidth;
      draw();
    }
  }).observe(place);
  redraws.add(draw);
  return place;
}

const axis = (more) => ({
  stroke: colour("--dim"), font: "12px system-ui", labelFont: "12px system-ui", labelSize: 16,
  grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1, size: 4 }, ...more,
});

const CURVES = { corrected: ["--accent", 2.2], masked: ["--curve2", 1.3], unmasked: ["--curve3", 1.3], "phase-randomised": ["--curve4", 1.3] };

const fscOptions = (x, series) => ({
  legend: { show: true, live: false },
  cursor: { drag: { x: false, y: false }, points: { size: 5 } },
  scales: { x: { time: false, range: [0, x.at(-1)] }, y: { range: [-0.08, 1.04] } },
  axes: [
    axis({ label: "resolution (Å)", size: 34, space: 46, values: (_, at) => at.map((v) => (v > 0 ? (1 / v).toFixed(1 / v < 10 ? 1 : 0) : "∞")) }),
    axis({ label: "FSC", size: 40, space: 34 }),
  ],
  series: [{}, ...series],
  hooks: { draw: [threshold] },
});

export function fscChart({ per_angstrom: x, curves }, painted) {
  const names = Object.keys(curves);
  const options = () => fscOptions(x, names.map((name) => ({
    label: name, stroke: name === "corrected" && painted ? painted : colour(CURVES[name][0]), width: CURVES[name][1],
    points: { show: false }, dash: name === "corrected" ? [] : name === "phase-randomised" ? [2, 3] : [5, 3],
  })));
  return chart("Fourier shell correlation of the half maps over resolution", options, [x, ...names.map((name) => curves[name])], 190);
}

// The corrected curves of two sides over each other; their shells may differ.
export function overlaid(sides) {
  const [x, ...curves] = uPlot.join(sides.map((side) => [side.fsc.per_angstrom, side.fsc.curves.corrected ?? Object.values(side.fsc.curves)[0]]));
  const options = () => fscOptions(x, sides.map((side, i) => ({ label: side.title, stroke: colour(i ? "--curve4" : "--curve2"), width: 2, points: { show: false }, spanGaps: true })));
  return chart(`Fourier shell correlations: ${sides.map((side) => side.title).join(" and ")}`, options, [x, ...curves], 220);
}

// The corrected FSC between the curves that 5, 50 and 95 of 100 directions stay under.
export function directionalChart({ per_angstrom: x, curves }) {
  const names = { least: "5% of directions", median: "half of them", most: "95%", corrected: "all (corrected)" };
  const tones = { least: "--curve4", median: "--curve2", most: "--curve3", corrected: "--accent" };
  const options = () => fscOptions(x, Object.keys(names).map((name) => ({ label: names[name], stroke: colour(tones[name]), width: name === "corrected" ? 2.2 : 1.4, points: { show: false }, dash: name === "median" || name === "corrected" ? [] : [4, 3] })));
  return chart("Fourier shell correlation by direction", options, [x, ...Object.keys(names).map((name) => curves[name])], 190);
}

// The logarithm of the amplitudes over 1/d².
export function guinierChart({ per_angstrom2: x, curves }) {
  const tones = { map: "--dim", "weighted by the FSC": "--accent", "fitted line": "--curve4" };
  const names = Object.keys(curves);
  const options = () => ({
    legend: { show: true, live: false },
    cursor: { drag: { x: false, y: false }, points: { size: 5 } },
    scales: { x: { time: false } },
    axes: [axis({ label: "1/d² (1/Å²)", size: 34, space: 60 }), axis({ label: "ln amplitude", size: 46, space: 30 })],
    series: [{}, ...names.map((name) => ({ label: name, stroke: colour(tones[name]), width: name === "fitted line" ? 2.4 : 1.4, points: { show: false } }))],
  });
  return chart("Guinier plot: logarithm of the amplitudes over squared resolution", options, [x, ...names.map((name) => curves[name])], 190);
}

// The line at 0.143, with its number.
function threshold(plot) {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(0.143, "y", true);
  ctx.save();
  ctx.strokeStyle = colour("--dim");
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.fillStyle = colour("--dim");
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.font = `${11 * devicePixelRatio}px system-ui`;
  ctx.fillText("0.143", bbox.left + 4, y - 4 * devicePixelRatio);
  ctx.restore();
}

// How many particles of each class lie where along one axis.
export function histogram(values, classes, about, title) {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const bins = 60, width = (high - low) / bins || 1;
  const places = Array.from({ length: bins }, (_, i) => low + (i + 0.5) * width);
  const rows = new Map(about.map(({ class: name }) => [name, new Array(bins).fill(0)]));
  for (let i = 0; i < values.length; i++) {
    const row = rows.get(classes[i]);
    if (row) row[Math.min(bins - 1, Math.floor((values[i] - low) / width))]++;
  }
  const options = () => ({
    legend: { show: true, live: false },
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false } },
    axes: [axis({ label: title, size: 34 }), axis({ label: "particles", size: 50 })],
    series: [{}, ...about.map((one) => ({
      label: one.title, stroke: one.colour, fill: `${one.colour}55`, width: 1.6, points: { show: false },
      paths: uPlot.paths.stepped({ align: 0 }),
    }))],
  });
  return chart(`Particles along ${title}`, options, [places, ...rows.values()], 340);
}

// Bands as wide as the particles that went from a class to a class.
export function sankey({ table, flow, titles = (round) => `round ${round}` }) {
  const rounds = [...new Set(table.map((row) => row.round))].sort((a, b) => a - b);
  const whole = Math.max(...rounds.map((round) => sum(flow.filter((f) => f.round === round || f.round === round + 1 && round === rounds[0]), "particles")), 1);
  const [height, gap, bar, step] = [300, 8, 14, 190];
  const tones = new Map(table.map((row) => [row.class, row.colour]));
  const tone = (name) => tones.get(name) || "#b8b8b8";
  const scale = (height - 60) / whole;
  const places = new Map(rounds.map((round) => [round, column(round)]));

  function column(round) {
    const counts = new Map();
    for (const f of flow) {
      if (f.round === round) counts.set(f.to, (counts.get(f.to) || 0) + f.particles);
      else if (f.round === round + 1 && round === rounds[0]) counts.set(f.from, (counts.get(f.from) || 0) + f.particles);
    }
    let top = 24;
    const made = new Map();
    for (const name of [...counts.keys()].sort((a, b) => (a < 1) - (b < 1) || a - b)) {
      made.set(name, { top, tall: counts.get(name) * scale, out: top, into: top });
      top += counts.get(name) * scale + gap;
    }
    return made;
  }

  const width = 60 + step * (rounds.length - 1) + 90;
  const drawn = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "sankey", preserveAspectRatio: "xMinYMin", role: "img", "aria-label": "Particles from class to class, round by round" });
  for (const f of [...flow].sort((a, b) => a.round - b.round || a.from - b.from || a.to - b.to)) {
    const from = places.get(f.round - 1)?.get(f.from), to = places.get(f.round)?.get(f.to);
    if (!from || !to) continue;
    const tall = f.particles * scale, x0 = 40 + bar + step * rounds.indexOf(f.round - 1), x1 = 40 + step * rounds.indexOf(f.round);
    const m = (x0 + x1) / 2;
    const path = `M${x0} ${from.out}C${m} ${from.out} ${m} ${to.into} ${x1} ${to.into}v${tall}C${m} ${to.into + tall} ${m} ${from.out + tall} ${x0} ${from.out + tall}Z`;
    const band = svg("path", { d: path, fill: tone(f.from), opacity: f.from === f.to ? 0.3 : 0.65 });
    band.append(svg("title", {}, `${count(f.particles)} particles: ${named(f.from)} → ${named(f.to)} in round ${f.round}`));
    drawn.append(band);
    from.out += tall;
    to.into += tall;
  }
  for (const round of rounds) {
    const x = 40 + step * rounds.indexOf(round);
    drawn.append(svg("text", { x: x + bar / 2, y: 14, "text-anchor": "middle", class: "dim" }, titles(round)));
    for (const [name, place] of places.get(round)) {
      drawn.append(svg("rect", { x, y: place.top, width: bar, height: Math.max(1, place.tall), fill: tone(name), rx: 2 }));
      if (round === rounds.at(-1)) drawn.append(svg("text", { x: x + bar + 6, y: place.top + place.tall / 2 + 4 }, named(name)));
    }
  }
  return drawn;
}

const named = (name) => (name < 1 ? "no class" : `class ${name}`);
const sum = (rows, key) => rows.reduce((all, row) => all + row[key], 0);

// From where the images were taken: counts in bins of equal area.
export function orientations(counts) {
  const rows = counts.length, columns = counts[0].length;
  const most = Math.max(1, ...counts.flat());
  const drawn = svg("svg", { viewBox: `-6 -22 ${columns * 10 + 66} ${rows * 10 + 58}`, class: "orientations", role: "img", "aria-label": "Views by direction: how many images were taken from where" });
  counts.forEach((row, i) => row.forEach((value, j) => {
    const cell = svg("rect", { x: 40 + j * 10, y: (rows - 1 - i) * 10, width: 10.2, height: 10.2, class: "heat" });
    cell.style.fillOpacity = value / most;
    cell.append(svg("title", {}, `${count(value)} images`));
    drawn.append(cell);
  }));
  const text = (x, y, words, anchor = "middle") => drawn.append(svg("text", { x, y, "text-anchor": anchor, class: "dim" }, words));
  [-180, -90, 0, 90, 180].forEach((turn, k) => text(40 + (k * columns * 10) / 4, rows * 10 + 13, `${turn}°`));
  text(40 + columns * 5, rows * 10 + 29, "rot");
  [["0°", 8], ["90°", rows * 5 + 4], ["180°", rows * 10]].forEach(([words, y]) => text(36, y, words, "end"));
  text(0, -10, "tilt", "start");
  return drawn;
}
