// An atomic model as tubes through its residues, a tone a chain.
import * as THREE from "three";

const TONES = ["#d1793b", "#2a6f97", "#6a994e", "#8d6a9f", "#c43a5a", "#c9a227", "#3fb8af", "#7a6552"];
const MOST = 60000;

export function modelMesh(chains, centre) {
  const step = Math.max(1, Math.ceil(chains.reduce((sum, chain) => sum + chain.length, 0) / MOST));
  const group = new THREE.Group();
  chains.forEach((chain, i) => {
    const places = chain.filter((_, k) => k % step === 0 || k === chain.length - 1).map((at) => new THREE.Vector3(...at.map((value, k) => value - centre[k])));
    if (places.length < 2) return;
    const tube = new THREE.TubeGeometry(new THREE.CatmullRomCurve3(places), 3 * places.length, 0.55, 6);
    group.add(new THREE.Mesh(tube, new THREE.MeshPhongMaterial({ color: TONES[i % TONES.length], specular: 0x222222, shininess: 24 })));
  });
  group.userData.radius = 0;
  return group;
}
