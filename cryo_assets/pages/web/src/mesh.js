// The surface of a map at a level: naive surface nets (Gibson 1998), one Newton step onto the level, gradient normals.

export function surface({ data, shape }, level) {
  const [nz, ny, nx] = shape;
  const cell = new Int32Array(nx * ny * nz).fill(-1);
  const points = [];
  const steps = [1, nx, nx * ny];
  for (let z = 0; z < nz - 1; z++) {
    for (let y = 0; y < ny - 1; y++) {
      let at = (z * ny + y) * nx;
      for (let x = 0; x < nx - 1; x++, at++) {
        let inside = 0;
        for (let corner = 0; corner < 8; corner++) {
          const place = at + (corner & 1) + (corner & 2 ? steps[1] : 0) + (corner & 4 ? steps[2] : 0);
          if (data[place] > level) inside |= 1 << corner;
        }
        if (inside === 0 || inside === 255) continue;
        cell[at] = points.length / 3;
        middle(data, at, steps, inside, level, x, y, z, points);
      }
    }
  }
  const vertices = Float32Array.from(points);
  const normals = settle(data, shape, level, vertices);
  return { vertices, normals, faces: quads(data, shape, cell, level) };
}

// The mean of the places where the edges of a cell cross the level.
function middle(data, at, steps, inside, level, x, y, z, points) {
  let sum = [0, 0, 0], crossings = 0;
  for (let corner = 0; corner < 8; corner++) {
    for (let axis = 0; axis < 3; axis++) {
      const other = corner | (1 << axis);
      if (other === corner || ((inside >> corner) & 1) === ((inside >> other) & 1)) continue;
      const from = at + (corner & 1) + (corner & 2 ? steps[1] : 0) + (corner & 4 ? steps[2] : 0);
      const part = (level - data[from]) / (data[from + steps[axis]] - data[from]);
      for (let k = 0; k < 3; k++) sum[k] += ((corner >> k) & 1) + (k === axis ? part : 0);
      crossings++;
    }
  }
  points.push(x + sum[0] / crossings, y + sum[1] / crossings, z + sum[2] / crossings);
}

export function sampler({ data, shape }) {
  const [nz, ny, nx] = shape;
  return (x, y, z) => {
    const i = Math.min(Math.max(x, 0), nx - 1.001), j = Math.min(Math.max(y, 0), ny - 1.001);
    const k = Math.min(Math.max(z, 0), nz - 1.001);
    const a = i | 0, b = j | 0, c = k | 0, u = i - a, v = j - b, w = k - c;
    const at = (c * ny + b) * nx + a, up = at + nx * ny;
    const near = (data[at] * (1 - u) + data[at + 1] * u) * (1 - v) + (data[at + nx] * (1 - u) + data[at + nx + 1] * u) * v;
    const far = (data[up] * (1 - u) + data[up + 1] * u) * (1 - v) + (data[up + nx] * (1 - u) + data[up + nx + 1] * u) * v;
    return near * (1 - w) + far * w;
  };
}

function settle(data, shape, level, vertices) {
  const value = sampler({ data, shape });
  const normals = new Float32Array(vertices.length);
  for (let i = 0; i < vertices.length; i += 3) {
    const x = vertices[i], y = vertices[i + 1], z = vertices[i + 2];
    const g = [
      (value(x + 1, y, z) - value(x - 1, y, z)) / 2,
      (value(x, y + 1, z) - value(x, y - 1, z)) / 2,
      (value(x, y, z + 1) - value(x, y, z - 1)) / 2,
    ];
    const square = g[0] * g[0] + g[1] * g[1] + g[2] * g[2] || 1e-20;
    const length = Math.sqrt(square);
    const step = Math.max(-0.4, Math.min(0.4, (level - value(x, y, z)) / length)) / length;
    for (let k = 0; k < 3; k++) {
      vertices[i + k] += g[k] * step;
      normals[i + k] = -g[k] / length;
    }
  }
  return normals;
}

function quads(data, [nz, ny, nx], cell, level) {
  const steps = [1, nx, nx * ny];
  const faces = [];
  for (let z = 1; z < nz - 1; z++) {
    for (let y = 1; y < ny - 1; y++) {
      for (let x = 1; x < nx - 1; x++) {
        const at = (z * ny + y) * nx + x;
        for (let axis = 0; axis < 3; axis++) {
          const here = data[at] > level, there = data[at + steps[axis]] > level;
          if (here === there) continue;
          const u = steps[(axis + 1) % 3], v = steps[(axis + 2) % 3];
          const [a, b, c, d] = [cell[at - u - v], cell[at - v], cell[at], cell[at - u]];
          if (a < 0 || b < 0 || c < 0 || d < 0) continue;
          if (here) faces.push(a, b, c, a, c, d);
          else faces.push(a, c, b, a, d, c);
        }
      }
    }
  }
  return Uint32Array.from(faces);
}

// How open each vertex lies, 0 to 1: what is deep in a cleft gets less light.
export function openness(volume, level, vertices, normals) {
  const value = sampler(volume);
  const reach = Math.max(...volume.shape) / 26;
  const open = new Float32Array(vertices.length / 3);
  for (let i = 0; i < open.length; i++) {
    let shadow = 0;
    for (let step = 1; step <= 5; step++) {
      const far = reach * step * 0.8;
      const at = [0, 1, 2].map((k) => vertices[3 * i + k] + normals[3 * i + k] * far);
      if (value(...at) > level * 0.8) shadow += 1 / step;
    }
    open[i] = Math.max(0, 1 - shadow / 1.6);
  }
  return open;
}
