"use strict";

const at = id => document.getElementById(id);
const TYPES = { txt: "text/plain", html: "text/html", htm: "text/html", pdf: "application/pdf" };
let last = null; // the last question, to be asked again as Markdown

const make = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/* ---- asking ---- */

const kind = () => document.querySelector("[name=kind]:checked").value;

/* A request as fetch takes it. Places are asked for as JavaScript counts: in UTF-16. */
function question() {
  const summary = { sentences: Number(at("sentences").value) };
  const chosen = at("model").selectedOptions[0];
  if (chosen) Object.assign(summary, { mode: chosen.dataset.mode, model: chosen.value });
  const common = { offsets: "utf16", include_text: true };
  if (at("published").value) common.published = at("published").value;
  const file = at("file").files[0];
  if (kind() === "file" && file) {
    const type = TYPES[file.name.split(".").pop().toLowerCase()] || file.type || "text/plain";
    return { path: "v1/briefs?" + new URLSearchParams({ ...common, ...summary }), type, body: file };
  }
  const body = JSON.stringify({ [kind()]: at(kind()).value, summary, ...common });
  return { path: "v1/briefs", type: "application/json", body };
}

async function ask({ path, type, body }, accept = "application/json") {
  const headers = { "Content-Type": type, Accept: accept };
  if (at("key").value) headers["X-API-Key"] = at("key").value; // AWS's gateway knows no other
  for (let tries = 0; ; tries++) {
    const answer = await fetch(path, { method: "POST", headers, body });
    if (answer.status !== 429 || tries === 20) return answer;
    const seconds = Number(answer.headers.get("Retry-After")) || 1;
    await new Promise(done => setTimeout(done, 1000 * seconds));
  }
}

async function submit() {
  const asked = question();
  busy(true);
  try {
    const answer = await ask(asked);
    const found = await answer.json();
    if (answer.status === 200) {
      last = { asked, found };
      show(found);
    } else complain(found);
    at("keys").hidden &&= answer.status !== 401;
  } catch {
    complain({ title: "No answer", detail: "The server can't be reached." });
  }
  busy(false);
}

function busy(is) {
  at("go").disabled = is;
  at("go").textContent = is ? "Reading…" : "Brief it";
  at("status").textContent = is ? "Reading the article" : "";
}

function complain({ title, detail, errors }) {
  const lines = [title + ".", ...(errors ? errors.map(error => error.detail) : [detail])];
  at("problem").textContent = lines.map(line => line[0].toUpperCase() + line.slice(1)).join("\n");
  at("problem").hidden = false;
  at("result").hidden = true;
}

/* ---- showing ---- */

function show(brief) {
  const { article, model } = brief;
  at("problem").hidden = true;
  at("title").textContent = article.title || "Untitled";
  at("facts").textContent = [
    article.published ? day(article.published) : "Undated",
    `${article.words.toLocaleString("en")} words`,
    model.name,
  ].join(" · ");
  const spots = [];
  const spot = (what, places) => {
    const made = { what, places, marks: [], turn: 0 };
    spots.push(made);
    return made;
  };
  at("summary").replaceChildren(...summary(brief, spot));
  at("who").replaceChildren(...brief.actors.map(actor => entry(person(actor), spot("who", actor.mentions))));
  at("when").replaceChildren(...grouped(brief.dates).map(([date, all]) => entry(moment(date), spot("when", all))));
  at("timeline").replaceChildren(...brief.timeline.map(dated => entry(event(dated), spot("", [dated.sentence]))));
  at("warnings").replaceChildren(...brief.warnings.map(warning => make("li", "", warning.detail)));
  for (const list of ["who", "when", "timeline"]) at(list).previousElementSibling.hidden = !at(list).children.length;
  at("article").replaceChildren(...marked(article.text, spots));
  at("article").scrollTop = 0;
  document.body.classList.add("answered");
  at("result").hidden = false;
  at("title").focus();
}

/* Sentences that are quotes lead to their place; a rewritten summary is shown as it is. */
function summary({ summary }, spot) {
  if (summary.mode !== "extractive") {
    summary.sentences.forEach(sentence => spot("what", [sentence]));
    const doubts = summary.unsupported.map(({ text }) => text).join(", ");
    return [summary.text, doubts && make("p", "", make("small", "", `Not in the article: ${doubts}`))].filter(Boolean);
  }
  return summary.sentences.flatMap(sentence => {
    const quote = make("a", "", sentence.text.replace(/\s+/g, " ")); // a button would be a block
    quote.href = "#article";
    link(quote, spot("what", [sentence]));
    return [quote, " "];
  });
}

function entry(parts, spot) {
  const button = make("button", "spot", ...parts);
  button.type = "button";
  if (spot.places.length > 1) button.append(make("span", "count", `${spot.places.length}×`));
  link(button, spot);
  return make("li", "", button);
}

function link(button, spot) {
  spot.button = button;
  button.addEventListener("click", clicked => {
    clicked.preventDefault();
    jump(spot);
  });
}

function person({ name, role, type, aliases }) {
  const also = aliases.length ? ` · also ${aliases.join(", ")}` : "";
  return [make("b", "", name), " ", make("small", "", (role || type) + also)];
}

const moment = date => [make("b", "", date.text), " ", make("small", "", meaning(date))];

function event({ date, sentence }) {
  return [make("time", "", calendar(date) || date), make("span", "", sentence.text.replace(/\s+/g, " "))];
}

/* The same words with the same meaning once, with all their places. */
function grouped(dates) {
  const groups = new Map();
  for (const date of dates) {
    const key = [date.text.toLowerCase(), date.value, date.mod].join("|");
    if (!groups.has(key)) groups.set(key, [date, []]);
    groups.get(key)[1].push(date);
  }
  return [...groups.values()];
}

/* ---- calendar ---- */

const format = (value, options) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(new Date(value + "T00:00Z"));
const day = value => format(value, { day: "numeric", month: "long", year: "numeric" });

function meaning(date) {
  if (!date.value) return "not resolved";
  if (date.type === "DURATION") return duration(date.value);
  if (date.type === "SET") return `again and again (${date.value})`;
  const about = { START: "start of ", MID: "middle of ", END: "end of ", APPROX: "about " }[date.mod] || "";
  const found = calendar(date.value) || (date.earliest ? range(date.earliest, date.latest) : date.value);
  return about + found === date.text ? "" : about + found;
}

const range = (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);

/* A TIMEX3 value in words where it is a year, a month or a day, with or without a time; else null. */
function calendar(value) {
  const [, date, time] = /^([\d-]+)(?:T(.+))?$/.exec(value) || [];
  const parts = { MO: "morning", AF: "afternoon", EV: "evening", NI: "night", MI: "midday", DT: "daytime" };
  const clock = time ? `, ${parts[time] || time}` : "";
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{4}-\d\d$/.test(date)) return format(date + "-01", { month: "long", year: "numeric" });
  return /^\d{4}-\d\d-\d\d$/.test(date) ? day(date) + clock : null;
}

function duration(value) {
  const [, time, number, letter] = /^P(T?)(\d+|X)([YMWDHS])$/.exec(value) || [];
  const units = { Y: "year", M: time ? "minute" : "month", W: "week", D: "day", H: "hour", S: "second" };
  if (!letter) return value;
  return number === "1" ? `1 ${units[letter]}` : `${number === "X" ? "some" : number} ${units[letter]}s`;
}

/* ---- the article ---- */

/* The text in pieces that end where any place begins or ends; each piece knows whose it is. */
function marked(text, spots) {
  const places = spots.flatMap(spot => spot.places.map(place => ({ ...place, spot }))).sort((a, b) => a.start - b.start);
  const cuts = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    open = open.filter(place => place.end > cuts[i]);
    while (next < places.length && places[next].start <= cuts[i]) open.push(places[next++]);
    pieces.push(piece(text.slice(cuts[i], cuts[i + 1]), open, cuts[i]));
  }
  return pieces;
}

function piece(text, open, start) {
  if (!open.length) return text;
  const mark = make("mark", [...new Set(open.map(({ spot }) => spot.what))].join(" "), text);
  for (const place of open) (place.spot.marks[place.spot.places.findIndex(own => own.start === place.start)] ||= []).push(mark);
  const own = open.find(({ spot }) => spot.what === "who" || spot.what === "when") || open[0];
  mark.addEventListener("click", () => reveal(own.spot, mark));
  return mark;
}

/* To the article: the next of a spot's places, in turn. */
function jump(spot) {
  const marks = spot.marks.filter(Boolean);
  if (!marks.length) return;
  const found = marks[spot.turn++ % marks.length];
  highlight(found);
  found[0].scrollIntoView({ block: "center" });
}

/* To the brief: what a piece of the article was taken for. */
function reveal(spot, mark) {
  highlight([mark]);
  spot.button?.scrollIntoView({ block: "nearest" });
  spot.button?.focus({ preventScroll: true });
}

function highlight(marks) {
  document.querySelectorAll("mark.here").forEach(mark => mark.classList.remove("here"));
  marks.forEach(mark => mark.classList.add("here"));
}

/* ---- the page ---- */

async function copy(button, text) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(await text());
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser doesn't allow it";
  }
  setTimeout(() => { button.textContent = label; }, 1500);
}

function choose() {
  for (const id of ["text", "url", "file", "html"]) {
    at(id).hidden = id !== kind();
    at(id).required = id === kind();
  }
  at(kind()).focus();
}

async function example() {
  const { paths } = await (await fetch("openapi.json")).json();
  const request = paths["/v1/briefs"].post.requestBody.content["application/json"].example;
  document.querySelector("[name=kind][value=text]").checked = true;
  choose();
  at("text").value = [request.title, day(request.published), request.text].join("\n\n");
  submit();
}

/* The choice of models, where there is one; who needs a key is asked for it. */
async function models() {
  const answer = await fetch("v1/models");
  if (answer.status === 401) at("keys").hidden = false;
  if (!answer.ok) return;
  const { models } = await answer.json();
  at("models").hidden = models.length < 2;
  if (models.length > 1) at("model").replaceChildren(...models.map(model => {
    const option = make("option", "", model.name);
    option.dataset.mode = model.kind === "seq2seq" ? "abstractive" : "extractive";
    return option;
  }));
}

at("form").addEventListener("submit", submitted => { submitted.preventDefault(); submit(); });
at("form").addEventListener("keydown", pressed => {
  if (pressed.key === "Enter" && (pressed.ctrlKey || pressed.metaKey)) at("form").requestSubmit();
});
at("kinds").addEventListener("change", choose);
at("example").addEventListener("click", example);
at("json").addEventListener("click", () => copy(at("json"), () => JSON.stringify(last.found, null, 2)));
at("markdown").addEventListener("click", () => copy(at("markdown"), async () => (await ask(last.asked, "text/markdown")).text()));
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => document.body.classList.toggle(box.value, box.checked));
}
choose();
models().catch(() => {});
