/**
 * The instant of new moon number `count`, as a Julian day in universal time; number 0 is the first
 * of the year 2000. Good to about a minute between 1900 and 2100.
 * Source: Jean Meeus, Astronomical Algorithms, chapter 49; the difference of clock and Earth after
 * Espenak and Meeus, simplified.
 */
export const newMoonJulianDay = (count: number): number => {
  const centuries = count / 1236.85;
  const mean =
    2_451_550.09766 + 29.530588861 * count + 0.00015437 * centuries ** 2 - 1.5e-7 * centuries ** 3;
  return mean + moonAndSun(count, centuries) + planets(count, centuries) - clockAheadDays(mean);
};

const moonAndSun = (count: number, centuries: number): number => {
  const squared = centuries ** 2;
  const flattening = 1 - 0.002516 * centuries - 0.0000074 * squared;
  const angles = {
    sun: 2.5534 + 29.1053567 * count - 0.0000014 * squared,
    moon: 201.5643 + 385.81693528 * count + 0.0107582 * squared + 0.00001238 * centuries ** 3,
    latitude: 160.7108 + 390.67050284 * count - 0.0016118 * squared,
  };
  const node = 124.7746 - 1.56375588 * count + 0.0020672 * squared;
  return terms.reduce(
    (sum, [days, sun, moon, latitude]) =>
      sum +
      days *
        flattening ** Math.abs(sun) *
        sine(sun * angles.sun + moon * angles.moon + latitude * angles.latitude),
    -0.00017 * sine(node),
  );
};

/** Days, and how often the anomalies of sun and moon and the moon's latitude go into the angle. */
const terms: readonly (readonly [days: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
  [-0.00002, -1, 1, -2],
  [-0.00002, 1, 3, 0],
  [0.00002, 0, 4, 0],
];

const planets = (count: number, centuries: number): number =>
  planetTerms.reduce(
    (sum, [millionths, start, speed]) => sum + millionths * 1e-6 * sine(start + speed * count),
    325e-6 * sine(299.77 + 0.107408 * count - 0.009173 * centuries ** 2),
  );

const planetTerms: readonly (readonly [millionths: number, start: number, speed: number])[] = [
  [165, 251.88, 0.016321],
  [164, 251.83, 26.651886],
  [126, 349.42, 36.412478],
  [110, 84.66, 18.206239],
  [62, 141.74, 53.303771],
  [60, 207.14, 2.453732],
  [56, 154.84, 7.30686],
  [47, 34.52, 27.261239],
  [42, 207.19, 0.121824],
  [40, 291.34, 1.844379],
  [37, 161.72, 24.198154],
  [35, 239.56, 25.513099],
  [23, 331.55, 3.592518],
];

/** How far the even time of the formulas is ahead of the turning Earth's: a minute or so. */
const clockAheadDays = (julianDay: number): number => {
  const years = (julianDay - 2_451_545) / 365.25;
  const seconds = years < 0 ? 63.8 + 0.7 * years : 62.92 + 0.32217 * years + 0.005589 * years ** 2;
  return seconds / 86_400;
};

/**
 * The sun's apparent longitude in degrees, 0 at the spring equinox. Good to a hundredth of a degree.
 * Source: Meeus, chapter 25.
 */
export const sunLongitude = (julianDay: number): number => {
  const centuries = (julianDay + clockAheadDays(julianDay) - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * centuries + 0.0003032 * centuries ** 2;
  const anomaly = 357.52911 + 35_999.05029 * centuries - 0.0001537 * centuries ** 2;
  const centre =
    (1.914602 - 0.004817 * centuries) * sine(anomaly) +
    (0.019993 - 0.000101 * centuries) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const seen = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * centuries);
  return ((seen % 360) + 360) % 360;
};

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
