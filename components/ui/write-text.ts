/**
 * Puts a text on the clipboard. Rejects if the browser does not allow it. The clipboard is asked within the
 * click, with a promise of the text: WebKit refuses if the text is awaited first.
 */
export async function writeText(text: string | (() => Promise<string>)): Promise<void> {
  const { clipboard } = navigator;
  if (typeof text === "string") return clipboard.writeText(text);
  if (typeof ClipboardItem === "undefined") return clipboard.writeText(await text());
  const later = text().then((found) => new Blob([found], { type: "text/plain" }));
  return clipboard.write([new ClipboardItem({ "text/plain": later })]);
}
