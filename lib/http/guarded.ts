const guard = Symbol.for("trousseau.guarded");

type Entry = (...args: never[]) => unknown;

/** Marks an entry point as made by a guarded builder. Only the builders of this folder call it. */
export function guarded<E extends Entry>(entry: E): E {
  Object.defineProperty(entry, guard, { value: true });
  return entry;
}

/** Whether an exported action or route handler was made by a guarded builder. */
export const isGuarded = (entry: unknown) => typeof entry === "function" && guard in entry;

/** An entry point for everybody that reads nothing of a tenant. The reason is for whoever reads the code. */
export function publicEntry<E extends Entry>(_reason: string, entry: E): E {
  return guarded(entry);
}
