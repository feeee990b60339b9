/** How many standard deviations a single look keeps, so that it errs with chance `errorShare`. */
export const onceZ = (errorShare: number): number => root((z) => 2 * upperTail(z) - errorShare);

/**
 * How many standard deviations a random walk must stay within, looked at without pause while what
 * is known grows `growth` times, so that it ever errs with chance `errorShare`.
 * Source: Miller and Siegmund (1982), Biometrics 38, "Maximally selected chi square statistics".
 */
export const alwaysZ = (errorShare: number, growth: number): number =>
  root((z) => density(z) * ((z - 1 / z) * Math.log(growth) + 4 / z) - errorShare);

/**
 * `z` for a spread that is itself estimated, with `freedom` degrees of freedom: Student's t.
 * Source: Wallace (1959), Annals of Mathematical Statistics 30; within 2% from 4 degrees on.
 */
export const studentZ = (z: number, freedom: number): number => {
  const scaled = (z * (8 * freedom + 3)) / (8 * freedom + 1);
  return Math.sqrt(freedom * Math.expm1((scaled * scaled) / freedom));
};

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The share of a normal distribution above `z` > 0, by Laplace's continued fraction. */
const upperTail = (z: number): number => {
  let below = z;
  for (let term = 60; term >= 1; term -= 1) below = z + term / below;
  return density(z) / below;
};

/** Where the falling `distance` crosses zero, between 1 and 12 standard deviations. */
const root = (distance: (z: number) => number): number => {
  let [low, high] = [1, 12];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (distance(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
};
