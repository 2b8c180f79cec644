// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { NoneFit } from "@/components/lists/none-fit";
import { show } from "@/test/components";

test.each([
  [{ search: null, isFiltered: true }, "noneFitTitle", "showAll", "/list"],
  [{ search: "ada", isFiltered: false }, "nothingTitle", "showAll", "/list"],
  [{ search: "ada", isFiltered: true }, "noneOfTheseTitle", "searchAll", "/list?search=ada"],
])(
  "a list with %o says why nothing is in it, and leads to where something may be",
  (view, title, link, href) => {
    show(<NoneFit {...view} path="/list" illustration="clients" words={(word) => word} />);
    expect(screen.getByRole("heading", { name: title })).toBeTruthy();
    expect(screen.getByRole("link", { name: link }).getAttribute("href")).toBe(href);
  },
);
