package topic

import "slugline/analyzer/model"

// Ordinary stories of every top, by their traits: what package desk rehearses, so that
// learning of one kind of story does not undo what the model knows of the others. The table
// is one story after another, no text: 3 bytes with a bit for each of its tops, 1 byte
// for its classes, of each class, in ascending order, 1 byte for how far it is from the one
// before (255: as far again, the next byte too), and then of each its value in 16/255.

// Ordinary is a story as the table has it.
type Ordinary struct {
	Traits []Trait
	Tops   [Tops]bool
}

// Rehearsal returns the ordinary stories.
func Rehearsal() []Ordinary {
	var all []Ordinary
	for raw := model.Rehearsal; len(raw) > 4; {
		var o Ordinary
		var tops []Indexed
		for t, mask := 0, u16(raw, 0)|int(raw[2])<<16; t < Tops; t++ {
			if o.Tops[t] = mask>>t&1 == 1; o.Tops[t] {
				tops = append(tops, Indexed{topsAt + t, 1})
			}
		}
		n := int(raw[3])
		raw = raw[4:]
		class := 0
		for range n {
			for raw[0] == 255 {
				class += 255
				raw = raw[1:]
			}
			class += int(raw[0])
			o.Traits = append(o.Traits, Trait{Index: uint16(class)})
			raw = raw[1:]
		}
		for i := range o.Traits {
			o.Traits[i].Value = raw[i] * 16
		}
		raw = raw[n:]
		o.Traits = share(o.Traits, tops, topsShare)
		all = append(all, o)
	}
	return all
}

// PackRehearsal lays out ordinary stories; only the traits of classes are kept. It is what
// build/rehearsal uses.
func PackRehearsal(all []Ordinary) []byte {
	var out []byte
	for _, o := range all {
		mask := 0
		for t, has := range o.Tops {
			if has {
				mask |= 1 << t
			}
		}
		var classes, values []byte
		n, last := 0, 0
		for _, t := range o.Traits {
			if int(t.Index) >= topsAt || t.Value < 8 {
				continue
			}
			gap := int(t.Index) - last
			for ; gap >= 255; gap -= 255 {
				classes = append(classes, 255)
			}
			classes, values = append(classes, byte(gap)), append(values, (t.Value+8)/16)
			last = int(t.Index)
			n++
		}
		out = append(out, byte(mask), byte(mask>>8), byte(mask>>16), byte(n))
		out = append(append(out, classes...), values...)
	}
	return out
}
