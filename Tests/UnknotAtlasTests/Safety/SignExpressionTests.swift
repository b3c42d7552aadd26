import Testing
import UnknotAtlas

@Suite("Combinations of signs")
struct SignExpressionTests {
    @Test(
        "an expression holds for exactly these of all assignments",
        arguments: [
            ("a", ["a", "ab", "ac", "abc"]),
            ("a & b", ["ab", "abc"]),
            ("(a | b)", ["a", "b", "ab", "ac", "bc", "abc"]),
            ("a & (b | c)", ["ab", "ac", "abc"]),
            ("2 of (a | b | c)", ["ab", "ac", "bc", "abc"]),
            ("1 of (a | b)", ["a", "b", "ab", "ac", "bc", "abc"]),
            ("3 of (a|b|c)", ["abc"]),
            ("not (a | b)", ["", "c"]),
            ("c & not (a | b)", ["c"]),
            ("2 of (a | b | c) & not (c)", ["ab"]),
            ("(a)", ["a", "ab", "ac", "abc"]),
            ("a & not (a)", []),
        ])
    func truthTable(text: String, satisfying: [String]) throws {
        let expression = try SignExpression(text)
        let all = ["", "a", "b", "c", "ab", "ac", "bc", "abc"]
        #expect(all.filter { assignment in expression.holds { assignment.contains($0) } } == satisfying)
        #expect(expression.description == text)
    }

    @Test("the ids are all that it names, in order, the excluded ones too")
    func ids() throws {
        let text = "2 of (female | age_over_70) & cause:pregnancy & not (steroids)"
        #expect(try SignExpression(text).ids == ["female", "age_over_70", "cause:pregnancy", "steroids"])
    }

    @Test("spaces do not matter")
    func spaces() throws {
        let tight = try SignExpression("a&2 of(b|c|d)&not(e)")
        #expect(try tight.terms == SignExpression("  a  &  2  of  ( b | c | d )\n& not ( e ) ").terms)
    }

    @Test(
        "a text that is no expression is refused with the place where it stops making sense",
        arguments: [
            ("", "ends where an id"), ("a &", "ends where an id"), ("& a", "“&” is not an id"),
            ("a b", "expected “&”, found “b”"), ("a | b", "expected “&”, found “|”"), ("(a", "“)” is missing"),
            ("(a |", "“)” is missing"), ("()", "“)” is not an id"), ("(a & b)", "expected “|” or “)”, found “&”"),
            ("not a", "expected “(”, found “a”"), ("not", "found “the end”"), ("2 (a | b)", "expected “of”"),
            ("2 of a", "expected “(”"), ("2 of (a)", "2 of 1"), ("0 of (a)", "0 of 1"), ("-1 of (a)", "“-” is not"),
            ("a & (b | 2c)", "“2c” is not an id"), ("a)", "expected “&”, found “)”"), ("((a))", "“(” is not an id"),
            ("a && b", "“&” is not an id"), ("a, b", "expected “&”"),
        ])
    func refused(text: String, reason: String) {
        #expect {
            _ = try SignExpression(text)
        } throws: { error in
            (error as? SignExpression.SyntaxError)?.reason.contains(reason) == true
        }
    }
}
