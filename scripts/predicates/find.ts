import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { API, type Checker, type Symbol as Named, SignatureKind } from "typescript/unstable/sync";

/** An exported function that says yes or no. */
export type Predicate = {
  name: string;
  /** From the root. */
  file: string;
  says: "decision" | "boolean";
};

const root = join(import.meta.dirname, "../..");

const sources = () =>
  readdirSync(join(root, "lib/domain"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join(root, "lib/domain", path))
    .sort();

/** Every exported function of lib/domain that returns a decision or a boolean, as the compiler knows them. */
export function findPredicates(): Predicate[] {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProject: join(root, "tsconfig.json") });
    const [project] = snapshot.getProjects();
    if (!project) throw new Error("The compiler opened no project.");
    const { checker, program } = project;
    return sources().flatMap((path) => {
      const source = program.getSourceFile(path);
      const module = source && checker.getSymbolAtLocation(source);
      if (!module) return [];
      return checker.getExportsOfModule(module).flatMap((symbol) => {
        const says = answerOf(checker, symbol);
        return says ? [{ name: symbol.name, file: relative(root, path), says }] : [];
      });
    });
  } finally {
    api.close();
  }
}

function answerOf(checker: Checker, symbol: Named): Predicate["says"] | null {
  const type = checker.getTypeOfSymbol(symbol);
  const [signature] = type ? checker.getSignaturesOfType(type, SignatureKind.Call) : [];
  const answer = signature && checker.getReturnTypeOfSignature(signature);
  const word = answer ? checker.typeToString(answer) : "";
  if (word === "Decision") return "decision";
  return word === "boolean" ? "boolean" : null;
}
