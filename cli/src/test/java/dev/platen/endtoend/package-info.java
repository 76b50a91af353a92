/** The real jar as a process, on real kernels. */
package dev.platen.endtoend;
