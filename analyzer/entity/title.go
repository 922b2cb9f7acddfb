package entity

import "slugline/analyzer/text"

// Names exclude titles. The recogniser learns that, but a title it has not met beside
// such a name ("Cllr Thwaite") slips in and makes a second person of the same one.

// dropTitles takes forms of address and abbreviated ranks off the front of persons'
// names, with what stands before them: "Masbate Gov. Corazon Tuason" is Corazon Tuason.
// Titles that are names as well (Queen, Prince, Sheikh) are left to the recogniser.
func (r *Recognizer) dropTitles(names []Name, doc *text.Document) {
	for i := range names {
		n := &names[i]
		if n.Type != Person {
			continue
		}
		for k := n.Last - 2; k >= n.First; k-- {
			if isAddress(r.attrs[k].low) {
				first := k + 1
				if r.attrs[first].low == "." && first+1 < n.Last {
					first++
				}
				n.First, n.Start = first, r.attrs[first].head.Start
				break
			}
		}
	}
}

// courtesies are forms of address that are never part of a name.
const courtesies = text.List("dr|dr.|madam|messrs|miss|mme|mr|mr.|mrs|mrs.|ms|ms.|prof|prof.|shri|smt|smt.")

// isHonorific reports forms of address that say nothing of what a person does.
func isHonorific(low string) bool { return low == "sir" || low == "dame" || courtesies.Has(low) }

// isAddress reports forms of address and abbreviated titles that are no part of a name.
func isAddress(low string) bool {
	return courtesies.Has(low) ||
		text.List("adm.|brig|brig.|capt|capt.|cllr|cllr.|cmdr|cmdr.|cpl|cpl.|gov|gov.|justices|lt|lt.|maj|maj.|rev|rev.|sen.|sgt|sgt.|supt|supt.").Has(low)
}
