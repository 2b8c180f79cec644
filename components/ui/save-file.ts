/** Hands the person a file that was made in this tab. */
export function saveFile(name: string, type: "text/plain" | "text/csv", text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
