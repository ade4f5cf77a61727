#pragma once
// What a report can do where scripts may run: search, sort, fold, links to each section. Without it nothing is missing;
// every control is made here. Its words are attributes of <main>, in the language of the report.

#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

inline constexpr std::string_view page_script = R"js(
(() => {
"use strict";
const main = document.getElementById("content"), say = main.dataset, all = (q, e = document) => [...e.querySelectorAll(q)];
const make = (tag, attributes, text) => {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  if (text) e.textContent = text;
  return e;
};

// Fold: a section's heading shows and hides what is below it.
const fold = (section, folded) => {
  section.toggleAttribute("data-folded", folded);
  const button = section.querySelector(":scope>.head>.fold");
  if (button) button.setAttribute("aria-expanded", String(!folded));
};
const unfold = e => { for (let s = e; s; s = s.parentElement) if (s.matches("section[data-folded]")) fold(s, false); };
for (const section of all("main section")) {
  const heading = section.querySelector(":scope>h2,:scope>h3,:scope>h4");
  if (!heading || section.matches(".card")) continue;
  const head = make("div", {class: "head"}), name = heading.textContent.trim();
  heading.replaceWith(head);
  const button = make("button", {type: "button", class: "fold", "aria-expanded": "true", "aria-controls": section.id,
                                 "aria-label": say.fold + " " + name});
  button.addEventListener("click", () => fold(section, !section.hasAttribute("data-folded")));
  head.append(button, heading, make("a", {class: "deep", href: "#" + section.id, "aria-label": say.link + " " + name}, "#"));
}
const arrive = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) { unfold(target); target.scrollIntoView(); }
};
addEventListener("hashchange", arrive);

// Where tables are laid out as lists some browsers forget that they are tables, unless they are told.
const roles = [["table", "table"], ["thead,tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"],
               ["tbody th", "rowheader"], ["td", "cell"]];
const narrow = matchMedia("screen and (max-width:45rem)");
const tell = () => {
  if (!narrow.matches) return;
  for (const [which, role] of roles) all("main " + which.replace(",", ",main ")).forEach(each => each.setAttribute("role", role));
  narrow.removeEventListener("change", tell);
};
narrow.addEventListener("change", tell);
tell();

// Sort: by what a cell holds; a third press gives the order of the report back.
const value = cell => {
  const time = cell && cell.querySelector("time"), text = cell ? cell.textContent.trim() : "";
  if (time) return time.dateTime;
  const data = cell && cell.querySelector("data");
  if (data) return parseFloat(data.value);
  const number = cell && cell.matches(".c-number") ? parseFloat(text.replace(/[^0-9.eE+-]/g, "")) : NaN;
  return Number.isNaN(number) ? text : number;
};
const language = new Intl.Collator(document.documentElement.lang, {numeric: true});
const order = (a, b) => a === "" || b === "" ? (a === "") - (b === "")
  : typeof a === "number" && typeof b === "number" ? a - b : language.compare(String(a), String(b));
for (const table of all("main table")) {
  const body = table.tBodies[0], rows = body ? [...body.rows] : [];
  if (rows.length < 2) continue;
  all("thead th", table).forEach((head, column) => {
    const button = make("button", {type: "button", class: "sort"}, head.textContent);
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const next = {none: "ascending", ascending: "descending", descending: "none"}[head.getAttribute("aria-sort") || "none"];
      all("thead th", table).forEach(each => each.removeAttribute("aria-sort"));
      if (next !== "none") head.setAttribute("aria-sort", next);
      const sign = next === "descending" ? -1 : 1;
      const sorted = next === "none" ? rows : rows.map(row => [value(row.cells[column]), row])
        .sort((a, b) => a[0] === "" || b[0] === "" ? order(a[0], b[0]) : sign * order(a[0], b[0])).map(pair => pair[1]);
      body.append(...sorted);
    });
  });
}

// Search: rows, paragraphs and facts that hold every word stay, and the sections that hold them.
const fold_case = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const pieces = all("main tbody tr,main p,main li,main .facts>div,main .figures>div,main figure").map(e => [e, null]);
const box = make("div", {class: "search", role: "search"}), label = make("label", {for: "search"}, say.search);
const field = make("input", {id: "search", type: "search", autocomplete: "off", spellcheck: "false"});
const told = make("p", {class: "told", role: "status"});
box.append(label, field, told);
document.querySelector(".contents h2").before(box);
let waiting = 0;
const search = () => {
  const words = fold_case(field.value).split(/\s+/).filter(Boolean);
  let hits = 0;
  for (const piece of pieces) {
    piece[1] ??= fold_case(piece[0].textContent);
    const hit = words.every(word => piece[1].includes(word));
    piece[0].toggleAttribute("data-out", !hit);
    if (hit) ++hits;
  }
  for (const e of all("main section,main table"))
    e.toggleAttribute("data-out", words.length > 0 &&
      !e.querySelector("tbody tr:not([data-out]),p:not([data-out]),li:not([data-out]),.facts>div:not([data-out]),.figures>div:not([data-out]),figure:not([data-out])"));
  document.documentElement.toggleAttribute("data-searching", words.length > 0);
  told.textContent = words.length === 0 ? "" : say.hits.replace("{count}", hits);
};
field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
field.addEventListener("keydown", event => { if (event.key === "Escape") { field.value = ""; search(); } });
addEventListener("keydown", event => {
  if (event.key !== "/" || event.target.matches("input,textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});
addEventListener("beforeprint", () => {
  field.value = "";
  search();
  all("section[data-folded]").forEach(section => fold(section, false));
});
if (location.hash) arrive();
})();
)js";

}  // namespace report
}  // namespace v1
}  // namespace annexa
