// What a run of an entry would make, the button that begins it, and how far it is.
import { command, counted, duration, el, json, post, table } from "./dom.js";

export function stateWords(state) {
  const { running, run } = state;
  if (running) {
    const left = running.left === null ? "" : `, about ${duration(running.left)} left`;
    return `runs: ${running.asset}, step ${running.step} of ${state.of}, for ${duration(running.seconds)}${left}`;
  }
  if (run?.goes_on) return "a run begins";
  return state.done === state.of ? "up to date" : `${state.of - state.done} of ${state.of} results to make`;
}

// What is not made yet, and why; it says so while a run goes on, and why the last one failed.
export function planPart(data) {
  const said = el("div", { role: "status" });
  const rows = el("div");
  const button = el("button.first", { type: "button", onclick: begin }, "Run it");
  async function begin() {
    button.disabled = true;
    try {
      await post(`/api/entries/${data.name}/run`);
      said.replaceChildren(el("p", {}, "It runs, and goes on when this page is closed."));
    } catch (error) {
      said.replaceChildren(el("p.warn", {}, error.message));
    }
  }
  async function look() {
    const plan = await json(`/api/entries/${data.name}/plan`);
    const known = plan.rows.filter((row) => row.seconds !== null);
    const sum = known.reduce((all, row) => all + row.seconds, 0);
    const words = `${counted(plan.rows.length, "result")} to make${known.length === plan.rows.length ? `, about ${duration(sum)}` : known.length ? `, of which ${known.length} took ${duration(sum)} before` : ""}.`;
    const cells = plan.rows.map((row) => [row.asset, row.seconds === null ? "never made" : duration(row.seconds), row.why.join("; ")]);
    rows.replaceChildren(el("details", {}, el("summary", {}, words), table(["asset", "took before", "why it is due"], cells)));
  }
  look().catch((error) => rows.replaceChildren(el("p.warn", {}, error.message)));
  const made = el("section.panel", { id: "plan", "aria-labelledby": "plan-title" }, el("h2", { id: "plan-title" }, "To make"), rows,
    el("div.row", {}, button, command(`cryo run ${data.name}`)), said);
  return {
    element: made,
    show(state) {
      button.disabled = Boolean(state.running || state.run?.goes_on);
      if (button.disabled) said.replaceChildren();
      else if (state.run?.failed.length) said.replaceChildren(...state.run.failed.map((line) => el("p.warn", {}, `The last run failed: ${line}`)));
    },
  };
}

// While there is something to make: how far it is, and that there is something new.
export function watch(data, head, plan) {
  const fresh = el("button.first", { type: "button", onclick: () => location.reload() }, "New results: show them");
  const show = (state) => {
    head.querySelector(".pill").textContent = stateWords(state);
    plan.show(state);
    if (state.done !== data.state.done && !fresh.isConnected) head.querySelector(".title").append(fresh);
  };
  const look = async () => {
    const state = await json(`/api/entries/${data.name}/state`).catch(() => null);
    if (state) show(state);
    setTimeout(look, 3000);
  };
  show(data.state);
  setTimeout(look, 1500);
}
