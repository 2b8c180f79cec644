/** How many parts the vault is asked about ahead. */
const ahead = 3;

/**
 * Asks the vault about one part after the other, some of them ahead: it need not wait for the page, and the page is not
 * busy with asking alone. A question that fails holds up no other; whoever asked hears of it elsewhere.
 */
export function askingAhead(): (ask: () => Promise<unknown>) => Promise<void> {
  const asked: Promise<unknown>[] = [];
  return async (ask) => {
    await asked[asked.length - ahead];
    asked.push(ask().catch(() => {}));
  };
}
