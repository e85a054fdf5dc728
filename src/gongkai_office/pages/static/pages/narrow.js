// In a narrow window the menu shows where one is, and each row of a wide table is a card with the names of its columns.
"use strict";
(() => {
  const narrow = matchMedia("(max-width: 48rem)");
  const here = document.querySelector(".side [aria-current=page]");
  const show = () => {
    if (!here || !narrow.matches) return;
    const side = here.closest(".side");
    side.scrollLeft += here.getBoundingClientRect().left - (side.clientWidth - here.offsetWidth) / 2;
  };
  show();
  narrow.addEventListener("change", show);

  const own = (head) => [...head.childNodes].filter((node) => !node.classList?.contains("visually-hidden")).map((node) => node.textContent).join("").trim();
  const label = (table) => {
    const heads = [...table.querySelectorAll(":scope > thead > tr:only-child > th")];
    if (heads.length < 3 || table.querySelector("[colspan], [rowspan]")) return;
    const names = heads.map(own);
    // As blocks the parts of a table would lose what they are.
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll(":scope > thead, :scope > tbody")) part.setAttribute("role", "rowgroup");
    for (const head of heads) head.setAttribute("role", "columnheader");
    for (const row of table.rows) row.setAttribute("role", "row");
    for (const row of table.querySelectorAll(":scope > tbody > tr")) {
      [...row.cells].forEach((cell, place) => {
        cell.dataset.label = names[place] ?? "";
        cell.setAttribute("role", cell.scope === "row" ? "rowheader" : "cell");
        cell.classList.toggle("blank", !cell.textContent.trim() && !cell.querySelector("input, svg, progress"));
      });
    }
    table.classList.add("cards");
  };
  const all = (root) => root.querySelectorAll(".table-responsive > table:not(.cards)").forEach(label);
  all(document);
  document.body.addEventListener("htmx:load", (event) => all(event.detail.elt));
})();
