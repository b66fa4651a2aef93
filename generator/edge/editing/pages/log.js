// Who changed what: every act of every editor, the latest first, with its event and its file.
import { ask, hasToken } from "./api.js";
import { field, h } from "./dom.js";
import { mark } from "./marks.js";

const $ = (id) => document.getElementById(id);
const NOBODY = "not signed";

class Log {
  async start() {
    const found = await hasToken() ? await ask("log") : { ok: false, problem: "To read this, open the address that the terminal shows, then come back." };
    if (!found.ok) { $("acts").append(h("p", { class: "warn", role: "alert" }, found.problem)); return; }
    this.found = found;
    this.who = h("select", { id: "who", onchange: () => this.draw() },
      [["", "everybody"], ...[...new Set(found.acts.map((act) => act.by))].sort().map((by) => [by || NOBODY, by || NOBODY])].map(([value, told]) => h("option", { value }, told)));
    this.words = h("input", { type: "search", id: "words", oninput: () => this.draw() });
    this.count = h("p", { id: "count", role: "status" });
    $("top").append(h("a", { href: "/" }, found.title), h("a", { href: "/-/edit/desk.html" }, "Desk"), field("By", this.who), field("Words", this.words), this.count);
    this.draw();
  }

  draw() {
    const words = this.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fit = this.found.acts.filter((act) => (!this.who.value || (act.by || NOBODY) === this.who.value)
      && words.every((word) => `${act.about} ${act.told.join(" ")} ${act.path}`.toLowerCase().includes(word)));
    this.count.textContent = `${fit.length} of ${this.found.acts.length} acts`;
    $("acts").replaceChildren(fit.length ? h("ol", {}, fit.map((act) => this.row(act))) : h("p", {}, "No act."));
  }

  row(act) {
    const day = new Date(act.at);
    return h("li", {}, h("p", { class: "hint" }, mark(act.by || NOBODY, this.found.editors), " ", act.by || NOBODY, " · ",
      h("time", { datetime: act.at }, day.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })), " · ", h("code", {}, act.path)),
    h("p", {}, act.event ? h("a", { href: `/event/${act.event}/` }, act.about) : act.about), h("p", {}, act.told.join(" · ") || "Looked at"));
  }
}

new Log().start();
