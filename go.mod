module slugline

go 1.26
