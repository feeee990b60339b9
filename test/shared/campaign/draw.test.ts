import { describe, expect, test } from "vitest";
import { drawGroups } from "../../../shared/domain/campaign/draw.ts";

const people = Array.from({ length: 4_000 }, (_, index) => `person-${index}`);
const terms = { campaignId: "tet", holdoutBps: 2_000, hasOtherOffer: false };

describe("a draw", () => {
  test("parts the candidates by chance alone, and the same way each time", () => {
    const { drawn, leftOut } = drawGroups(people, terms);
    expect(drawn).toHaveLength(people.length);
    expect(leftOut).toBe(0);
    const heldOut = drawn.filter(({ arm }) => arm === "held-out").length;
    // Five standard deviations around a fifth.
    expect(Math.abs(heldOut - 800)).toBeLessThan(5 * Math.sqrt(4_000 * 0.2 * 0.8));
    expect(drawGroups(people, terms)).toEqual({ drawn, leftOut });
  });

  test("issues to the first until its bound, and holds out among the same first", () => {
    const { drawn, leftOut } = drawGroups(people, { ...terms, mostIssued: 1_000 });
    expect(drawn.map(({ customerId }) => customerId)).toEqual(people.slice(0, drawn.length));
    expect(drawn.filter(({ arm }) => arm === "issued")).toHaveLength(1_000);
    expect(drawn.at(-1)?.arm).toBe("issued");
    expect(leftOut).toBe(people.length - drawn.length);
  });

  test("issues within its budget, and spends it whole where it comes out even", () => {
    const costMinorById = new Map(people.map((id) => [id, 100]));
    const draw = (leftMinor: number) =>
      drawGroups(people, { ...terms, holdoutBps: 0, budget: { leftMinor, costMinorById } });
    expect(draw(500)).toMatchObject({ drawn: { length: 5 }, stoppedBy: "budget" });
    expect(draw(499)).toMatchObject({ drawn: { length: 4 }, stoppedBy: "budget" });
    expect(draw(100 * people.length)).not.toHaveProperty("stoppedBy");
  });

  test("splits who is issued between two offers half by half, whoever is held out", () => {
    const issued = drawGroups(people, { ...terms, hasOtherOffer: true }).drawn.filter(
      ({ arm }) => arm === "issued",
    );
    const first = issued.filter(({ offerArm }) => offerArm === "a").length;
    expect(Math.abs(first - issued.length / 2)).toBeLessThan(5 * Math.sqrt(issued.length / 4));
  });
});
