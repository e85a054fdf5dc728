// Says that a form was sent and keeps it from being sent twice, while the answer takes its time.
document.querySelectorAll("form[data-waiting]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.hasAttribute("formnovalidate")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.querySelectorAll("[data-waiting-says]").forEach((place) => { place.textContent = place.dataset.waitingSays; });
    if (event.submitter) event.submitter.classList.add("disabled");
  });
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-waiting]").forEach((form) => delete form.dataset.sent));
