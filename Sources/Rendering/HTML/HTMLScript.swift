/// The script that lets readers sort and filter tables; a page says all without it.
enum HTMLScript {
    /// Forbids everything but the page's own style and this very script, named by its hash.
    static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src '\(hash)'; "
        + "base-uri 'none'; form-action 'none'"

    /// The script's SHA-256 in base 64, as browsers compare it.
    static let hash = "sha256-xm/91oaLFuqiJ8lixu3XoVADgV1vwMBrduxuhRc6osQ="

    /// The script itself; a change of one character needs a new hash.
    static let source = """
        "use strict";
        (() => {
          const language = document.documentElement.lang;
          const words = language === "da"
            ? {sort: "Sortér efter", filter: "Vis kun rækker med"}
            : {sort: "Sort by", filter: "Show only rows with"};
          const key = (row, at) => {
            const cell = row.cells[at];
            const number = cell.dataset.sort;
            return number === undefined ? cell.textContent.trim() : number === "" ? null : Number(number);
          };
          const compare = (a, b) => {
            if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
            return typeof a === "number" && typeof b === "number"
              ? a - b : String(a).localeCompare(String(b), language);
          };
          const sort = (table, at) => {
            const body = table.tBodies[0];
            const heads = [...table.tHead.rows[0].cells];
            const down = heads[at].getAttribute("aria-sort") === "ascending";
            heads.forEach((head) => head.removeAttribute("aria-sort"));
            heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
            const rows = [...body.rows];
            const plain = rows.filter((row) => !row.classList.contains("total"));
            plain.sort((a, b) => {
              const [x, y] = [key(a, at), key(b, at)];
              return down && x !== null && y !== null ? compare(y, x) : compare(x, y);
            });
            body.append(...plain, ...rows.filter((row) => row.classList.contains("total")));
          };
          document.querySelectorAll(".frame > table").forEach((table) => {
            if (table.tBodies[0].rows.length < 3) return;
            [...table.tHead.rows[0].cells].forEach((head, at) => {
              const button = document.createElement("button");
              button.type = "button";
              button.title = words.sort + " " + head.textContent;
              button.append(...head.childNodes);
              button.addEventListener("click", () => sort(table, at));
              head.append(button);
            });
            if (table.tBodies[0].rows.length < 12) return;
            const label = document.createElement("label");
            const input = document.createElement("input");
            label.className = "filter";
            input.type = "search";
            label.append(words.filter + " ", input);
            input.addEventListener("input", () => {
              const wanted = input.value.toLocaleLowerCase(language);
              [...table.tBodies[0].rows].forEach((row) => {
                row.hidden = !row.textContent.toLocaleLowerCase(language).includes(wanted);
              });
            });
            table.parentElement.before(label);
          });
          let opened = [];
          addEventListener("beforeprint", () => {
            opened = [...document.querySelectorAll("details:not([open])")];
            opened.forEach((part) => { part.open = true; });
          });
          addEventListener("afterprint", () => { opened.forEach((part) => { part.open = false; }); });
        })();
        """
}
