/**
 * Solves `matrix` · x = `right` in place by Cholesky, for the first `count` of `size` rows of a
 * symmetric positive definite matrix; `right` becomes the answer.
 */
export const solve = (
  matrix: Float64Array,
  right: Float64Array,
  { size, count }: { readonly size: number; readonly count: number },
): void => {
  for (let row = 0; row < count; row += 1) {
    const r = row * size;
    for (let column = 0; column < row; column += 1) {
      const c = column * size;
      let sum = matrix[r + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (matrix[r + k] ?? 0) * (matrix[c + k] ?? 0);
      matrix[r + column] = sum / (matrix[c + column] ?? 1);
    }
    let rest = matrix[r + row] ?? 0;
    for (let k = 0; k < row; k += 1) rest -= (matrix[r + k] ?? 0) ** 2;
    // What was cut from the rows may leave the matrix just short of positive definite.
    matrix[r + row] = Math.sqrt(Math.max(rest, 1e-3));
  }
  for (let row = 0; row < count; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (matrix[row * size + k] ?? 0) * (right[k] ?? 0);
    right[row] = sum / (matrix[row * size + row] ?? 1);
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let k = row + 1; k < count; k += 1) {
      sum -= (matrix[k * size + row] ?? 0) * (right[k] ?? 0);
    }
    right[row] = sum / (matrix[row * size + row] ?? 1);
  }
};
