// Nothing here is needed: every page works without. It only saves a click, or keeps one from counting twice.
(() => {
  "use strict";

  // A form that changes something is sent once; coming back to the page by the back button makes it usable again.
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
      }
      form.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", () => delete form.dataset.sent);
  }

  // The end follows the start, so that a reservation keeps its length.
  const start = document.getElementById("debut");
  const end = document.getElementById("fin");
  if (start && end) {
    const minutes = (field) => {
      const [hour, minute] = field.value.split(":").map(Number);
      return hour * 60 + minute;
    };
    let length = minutes(end) - minutes(start);
    start.addEventListener("change", () => {
      const moved = minutes(start) + length;
      if (length > 0 && moved < 24 * 60) {
        end.value = `${String(Math.floor(moved / 60)).padStart(2, "0")}:${String(moved % 60).padStart(2, "0")}`;
      }
    });
    end.addEventListener("change", () => {
      length = minutes(end) - minutes(start);
    });
  }

  // What went wrong is read first.
  const errors = document.getElementById("erreurs");
  if (errors) {
    errors.focus();
  }
})();
