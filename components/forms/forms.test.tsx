import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PasswordInput } from "@/components/ui/password-input";
import { messagesOf } from "@/lib/i18n/messages";

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx$/.test(path) ? [path] : [];
  });

const files = ["app", "components"]
  .flatMap(sources)
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const holding = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test("one file draws the element of forms, which goes nowhere and puts nothing into an address", () => {
  expect(holding(/<form\b/)).toEqual(["components/forms/form-frame.tsx"]);
  const [element] = /<form\b[^>]*>/.exec(readFileSync("components/forms/form-frame.tsx", "utf8")) ?? [];
  expect(element).toContain('method="post"');
  expect(element).not.toMatch(/\baction\b/);
  expect(holding(/\bformAction\b/)).toEqual([]);
});

test("one file draws fields for secrets", () => {
  expect(holding(/type=\{?[^}\n]*"password"/)).toEqual(["components/ui/password-input.tsx"]);
});

test("until the page is alive, a field for a secret is off; and it never has a name", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesOf.en}>
      <PasswordInput name="password" invited />
    </NextIntlClientProvider>,
  );
  const [input] = /<input[^>]*>/.exec(markup) ?? [];
  expect(input).toContain('type="password"');
  expect(input).toContain("disabled");
  expect(input).not.toContain("name=");
});

test("log-in and unlock invite the browser to fill and keep a password, and nobody else does", () => {
  const inviting = ["components/account/log-in-form.tsx", "components/vault/unlock-form.tsx"];
  expect(holding(/<PasswordInput\b[^>]*\binvited(?!=\{false\})/)).toEqual(inviting);
  expect(holding(/autoComplete="username"/)).toEqual(inviting);
  expect(holding(/autoComplete\W+(current|new)-password/)).toEqual(["components/ui/password-input.tsx"]);
});

test("a field that does not invite is left alone by browsers and by password managers", () => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesOf.en}>
      <PasswordInput name="password" invited={false} />
    </NextIntlClientProvider>,
  );
  const [input] = /<input[^>]*>/.exec(markup) ?? [];
  expect(input).toMatch(/autocomplete="one-time-code"/i);
  for (const sign of ["1p-ignore", "bwignore", "lpignore", "form-type", "protonpass-ignore"])
    expect(input).toContain(`data-${sign}=`);
});
