#![allow(overflowing_literals, clippy::all, unused)]
use std::collections::HashMap;

trait Enc {
    fn enc(&self) -> String;
}
impl Enc for bool {
    fn enc(&self) -> String {
        if *self { "t".into() } else { "f".into() }
    }
}
impl Enc for i32 {
    fn enc(&self) -> String {
        format!("i{}", self)
    }
}
impl Enc for i64 {
    fn enc(&self) -> String {
        format!("i{}", self)
    }
}
impl Enc for f64 {
    fn enc(&self) -> String {
        if self.is_nan() {
            "dnan".into()
        } else if self.is_infinite() {
            (if *self > 0.0 { "dinf" } else { "d-inf" }).into()
        } else {
            format!("d{:?}", self)
        }
    }
}
impl Enc for &str {
    fn enc(&self) -> String {
        let hex: String = self.bytes().map(|b| format!("{:02x}", b)).collect();
        format!("s{}", hex)
    }
}
impl<T: Enc> Enc for Vec<T> {
    fn enc(&self) -> String {
        let parts: Vec<String> = self.iter().map(|v| v.enc()).collect();
        format!("[{}]", parts.join(","))
    }
}
impl<T: Enc> Enc for HashMap<&str, T> {
    fn enc(&self) -> String {
        let parts: Vec<String> = self.iter().map(|(k, v)| format!("{}:{}", k.enc(), v.enc())).collect();
        format!("{{{}}}", parts.join(","))
    }
}
fn show<T: Enc>(name: &str, v: T) {
    println!("{}\t{}", name, v.enc());
}
fn main() {
@VALUES@
}
