/**
 * How kernels read and write the caller's arrays: a pointer is the byte offset of an array in linear memory, the index
 * counts its elements.
 */

export function i32At(array: usize, index: i32): i32 {
  return load<i32>(array + ((<usize>index) << 2));
}

export function f64At(array: usize, index: i32): f64 {
  return load<f64>(array + ((<usize>index) << 3));
}

export function f32At(array: usize, index: i32): f32 {
  return load<f32>(array + ((<usize>index) << 2));
}

export function setI32(array: usize, index: i32, value: i32): void {
  store<i32>(array + ((<usize>index) << 2), value);
}

export function setF64(array: usize, index: i32, value: f64): void {
  store<f64>(array + ((<usize>index) << 3), value);
}

export function addF64(array: usize, index: i32, value: f64): void {
  const at = array + ((<usize>index) << 3);
  store<f64>(at, load<f64>(at) + value);
}
