package main

import (
	"fmt"
	"math"
	"reflect"
	"strings"
)

func enc(v interface{}) string {
	switch x := v.(type) {
	case nil:
		return "n"
	case bool:
		if x {
			return "t"
		}
		return "f"
	case int:
		return fmt.Sprintf("i%d", x)
	case float64:
		if math.IsNaN(x) {
			return "dnan"
		}
		if math.IsInf(x, 0) {
			return map[bool]string{true: "dinf", false: "d-inf"}[x > 0]
		}
		return fmt.Sprintf("d%.17g", x)
	case string:
		return fmt.Sprintf("s%x", x)
	}
	parts := []string{}
	held := reflect.ValueOf(v)
	if held.Kind() == reflect.Slice {
		for i := 0; i < held.Len(); i++ {
			parts = append(parts, enc(held.Index(i).Interface()))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	for _, k := range held.MapKeys() {
		parts = append(parts, enc(k.Interface())+":"+enc(held.MapIndex(k).Interface()))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func show(name string, v interface{}) { fmt.Printf("%s\t%s\n", name, enc(v)) }

func main() {
@VALUES@
}
