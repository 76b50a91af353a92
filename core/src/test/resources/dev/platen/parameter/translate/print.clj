(defn hexed [s] (apply str "w" (map #(.toHexDigits (java.util.HexFormat/of) (char %)) s)))
(defn number [v]
  (cond (Double/isNaN v) "nan"
        (Double/isInfinite v) (if (pos? v) "inf" "-inf")
        :else (str v)))
(defn enc [v]
  (cond (nil? v) "n"
        (true? v) "t"
        (false? v) "f"
        (integer? v) (str "i" v)
        (float? v) (str "d" (number v))
        (string? v) (hexed v)
        (vector? v) (str "[" (apply str (interpose "," (map enc v))) "]")
        :else (str "{" (apply str (interpose "," (map (fn [[k held]] (str (hexed k) ":" (enc held))) v))) "}")))
(defn show [name v] (println (str name "\t" (enc v))))
@VALUES@
