"""Jupyter's own test of kernels, on the kernelspec named java."""

import unittest

import jupyter_kernel_test


class JavaKernel(jupyter_kernel_test.KernelTests):
    kernel_name = "java"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": "System.ou", "matches": {"out"}}]
    complete_code_samples = ["1 + 1", "int x = 1;", "int half(int n) { return n / 2; }"]
    incomplete_code_samples = ["int half(int n) {", "if (true) {"]
    code_generate_error = 'throw new IllegalStateException("boom");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}]
    code_display_data = [{"code": 'display(html("<b>x</b>"));', "mime": "text/html"}]
    code_inspect_sample = "Math.abs("


unittest.main(verbosity=2)
