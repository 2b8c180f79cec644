import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { identityColors } from "@/components/ui/color-of";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The tokens of one block, by name; those of the dark block lie over the light ones, as in the browser. */
function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokensOf(":root");
const themes = { light, dark: { ...light, ...tokensOf(".dark") } };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const texts = [
  ...["ink", "muted"].flatMap((text) => ["paper", "raised", "sunk", "tint"].map((ground) => [text, ground])),
  ...["paper", "raised", "tint"].map((ground) => ["link", ground]),
  ...["ok", "warn", "bad", "info"].flatMap((tone) => [
    [tone, `${tone}-tint`],
    [tone, "raised"],
    ["ink", `${tone}-tint`],
  ]),
  ["muted", "bad-tint"],
  ["bad", "sunk"],
  ["info", "sunk"],
  ["brass-text", "brass-tint"],
  ["ink", "brass-tint"],
  ["on-primary", "primary"],
  ["on-primary", "primary-hover"],
  ["raised", "bad"],
  ["raised", "bad-hover"],
  ["paper", "ink"],
  ...["side-ink", "side-muted", "side-brass"].flatMap((text) =>
    ["side", "side-active"].map((ground) => [text, ground]),
  ),
];

const edges = [
  ["edge", "raised"],
  ["edge", "paper"],
  ["primary", "raised"],
  ["primary", "paper"],
  ["bad", "paper"],
];

describe.each(Object.entries(themes))("in the %s theme", (_theme, tokens) => {
  const of = (name = "") => tokens[name] ?? `no token ${name}`;

  test.each(texts)("%s can be read on %s", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edges)("%s can be seen on %s", (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

test.each(identityColors)("white can be read on %s", (color) => {
  expect(contrast("#ffffff", color)).toBeGreaterThanOrEqual(4.5);
});
