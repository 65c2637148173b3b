"use strict";
const form = document.querySelector(".zoeken");
const field = form.querySelector("input");
const said = form.querySelector("p");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, plain(row.textContent)]);
const search = () => {
  const words = plain(field.value).split(/\s+/).filter((word) => word !== "");
  let found = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    found += row.hidden ? 0 : 1;
  }
  for (const table of document.querySelectorAll("table")) {
    const empty = table.querySelector("tbody tr:not([hidden])") === null;
    table.hidden = empty;
    if (table.previousElementSibling?.matches("h2")) {
      table.previousElementSibling.hidden = empty;
    }
  }
  said.textContent = words.length === 0 ? "" : found === 0 ? form.dataset.niets : form.dataset.gevonden.replace("{aantal}", found);
};
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", search);
search();
