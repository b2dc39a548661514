// Scales of colour.
const STOPS = {
  resolution: ["#2166ac", "#67a9cf", "#d9d9d9", "#ef8a62", "#b2182b"],
  difference: ["#2166ac", "#92c5de", "#e8e8e8", "#f4a582", "#b2182b"],
  viridis: ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"],
  turn: ["#2f6fb5", "#7b4fa6", "#c8527a", "#d98d3c", "#7fa548", "#2f9e8f", "#2f6fb5"],
};

export const parsed = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));

// A function from 0…1 to [red, green, blue] of 0…255.
export function palette(name) {
  const stops = STOPS[name].map(parsed);
  return (part) => {
    const place = Math.min(Math.max(part, 0), 1) * (stops.length - 1) || 0;
    const at = Math.min(Math.floor(place), stops.length - 2), rest = place - at;
    return stops[at].map((value, k) => value + (stops[at + 1][k] - value) * rest);
  };
}

export const gradient = (name) => `linear-gradient(90deg, ${STOPS[name].join(", ")})`;
