const edges = [0, 1, 2];

/**
 * A text as it may stand in what was sent, printed or kept: as it is, in the escapes of JSON and of addresses, in UTF-16,
 * in hexadecimal digits and in base64, wherever among others it begins.
 *
 * @param {string} text
 * @returns {Map<string, Buffer>} by what the form is called; forms that look alike stand there once.
 */
export function formsOf(text) {
  const bytes = Buffer.from(text);
  const wide = Buffer.from(text, "utf16le");
  const encoded = [bytes, wide].flatMap((each, at) =>
    edges.flatMap((edge) => {
      const name = `base64 ${at * edges.length + edge}`;
      const base64 = insideOf(each, edge);
      return [
        [name, base64],
        [`${name} of addresses`, base64.replaceAll("+", "-").replaceAll("/", "_")],
      ];
    }),
  );
  const forms = [
    ["plain", bytes],
    ["JSON", JSON.stringify(text).slice(1, -1)],
    ["address", encodeURIComponent(text)],
    ["form", encodeURIComponent(text).replaceAll("%20", "+")],
    ["UTF-16", wide],
    ["UTF-16, big end first", Buffer.from(wide).swap16()],
    ["hexadecimal", bytes.toString("hex")],
    ["hexadecimal, capitals", bytes.toString("hex").toUpperCase()],
    ...encoded,
  ];
  const seen = new Set();
  return new Map(
    forms
      .map(([name, form]) => [name, Buffer.from(form)])
      .filter(([, form]) => {
        const key = form.toString("latin1");
        return !seen.has(key) && seen.add(key);
      }),
  );
}

/** What base64 makes of these bytes behind `edge` others, without the digits that depend on the neighbours. */
function insideOf(bytes, edge) {
  const text = Buffer.concat([Buffer.alloc(edge), bytes]).toString("base64");
  const first = Math.ceil((edge * 8) / 6);
  const last = Math.floor(((edge + bytes.length) * 8) / 6);
  return text.slice(first, last);
}
