// What a surface is coloured by: a map of numbers, the range of its colours, and the words at its ends.
import { angstrom } from "./dom.js";

const SCALES = { "local resolution": "resolution", confidence: "viridis" };

export function paintOf(title, volume) {
  const words = title === "local resolution" ? (span) => span.map(angstrom) : (span) => span.map((value) => value.toFixed(2));
  return { volume, span: volume.span ?? [0, 1], scale: SCALES[title] ?? "viridis", words };
}

// What one map has more than another, scaled to fit it best; colours end at 3 standard deviations of it.
export function differencePaint(one, other) {
  if (!other || one.shape.join() !== other.shape.join() || Math.abs(one.voxel - other.voxel) > 1e-4) return null;
  let both = 0, square = 0;
  for (let i = 0; i < one.data.length; i++) {
    both += one.data[i] * other.data[i];
    square += other.data[i] * other.data[i];
  }
  const share = both / (square || 1);
  const data = one.data.map((value, i) => value - share * other.data[i]);
  const most = 3 * Math.sqrt(data.reduce((sum, value) => sum + value * value, 0) / data.length) / (one.deviation || 1);
  for (let i = 0; i < data.length; i++) data[i] /= one.deviation || 1;
  return { volume: { ...one, data }, span: [-most, most], scale: "difference", words: (span) => [`less, ${span[0].toFixed(1)} σ`, `more, ${span[1].toFixed(1)} σ`] };
}
