import { expect, test } from "vitest";
import { fixtureText, type ReadFile, readText } from "../orderFiles.ts";

const lazada = fixtureText("lazada.csv");
const rest = fixtureText("shopify-rest.json");
const woo = fixtureText("woocommerce.json");

/** Words that every table of JavaScript knows by birth, and no table of ours does. */
const born = ["constructor", "toString", "__proto__"];

const reasonsOf = ({ rejects }: ReadFile) => rejects.map(({ reason }) => reason);

test.each(
  born,
)("a state that is called “%s” is not known, as any other such word", async (word) => {
  const known = await readText(rest);
  const read = await readText(
    rest.replace('"financial_status": "paid"', `"financial_status": "${word}"`),
  );
  expect(reasonsOf(read)).toEqual([...reasonsOf(known), { kind: "StateUnknown", text: word }]);
});

test.each(born)("a plugin's state “%s” is read like any other that is not known", async (word) => {
  const ordersIn = async (state: string) =>
    (await readText(woo.replace('"status": "completed"', `"status": "${state}"`))).orders;
  expect(await ordersIn(word)).toEqual(await ordersIn("packed-by-us"));
});

test.each(
  born,
)("a country that is called “%s” has no currency that is known here", async (word) => {
  const [headers = "", ...rows] = lazada.trim().split("\n");
  const column = headers.split(",").indexOf("shippingCountry");
  const inCountry = (row: string) => row.split(",").with(column, word).join(",");
  const { orders } = await readText([headers, ...rows.map(inCountry), ""].join("\n"));
  expect(orders).toEqual((await readText(lazada)).orders);
});

test.each(born)("“&%s;” in the name of a product stays as it is", async (word) => {
  const named = woo.replace(/"name": "[^"]*"/, `"name": "Trà &${word}; đá"`);
  expect((await readText(named)).orders[0]?.lines[0]?.name).toBe(`Trà &${word}; đá`);
});
