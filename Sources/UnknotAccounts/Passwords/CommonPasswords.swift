/// Passwords that are tried first, as published by those who count leaked ones (SecLists, NordPass, Have I Been Pwned),
/// reduced to what has ten characters or more; shorter ones are refused by their length.
enum CommonPasswords {
    /// Whole passwords, letters and digits only, in lower case.
    static let whole: Set<String> = [
        "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "q1w2e3r4t5", "q1w2e3r4t5y6", "qwerty12345", "qwerty123456",
        "qwertyuiop", "qwertyuiop123", "qazwsxedcrfv", "zaq12wsxcde3", "asdfghjkl1", "asdfghjkl123", "zxcvbnm123",
        "abcd123456", "abc1234567", "abcdef1234", "a123456789", "aa12345678", "aa123456789", "1234567890a",
        "123456789a",
        "123456789q", "987654321a", "0987654321", "12345678910", "123456789012", "1234554321", "1122334455",
        "123123123123", "112233445566", "1234512345", "5555555555", "147258369", "1472583690", "789456123",
        "7894561230",
        "1029384756", "3141592653", "31415926535", "iloveyou12", "iloveyou123", "iloveyouforever", "iloveyousomuch",
        "letmein123", "letmeinplease", "trustno1234", "passw0rd12", "passw0rd123", "p4ssw0rd123", "pa55word123",
        "passwordpassword", "password1234567890", "mypassword123", "changeme123", "welcome2024", "welcome2025",
        "welcome2026", "summer2024", "summer2025", "summer2026", "winter2024", "winter2025", "winter2026",
        "correcthorsebatterystaple", "qwerqwerqwer", "asdfasdfasdf", "zxczxczxc", "starwars123", "football123",
        "baseball123", "basketball", "basketball1", "liverpool1", "manchester", "chelsea123", "arsenal123",
        "barcelona1",
        "realmadrid", "superman123", "spiderman1", "pokemon123", "minecraft1", "dragon1234", "monkey1234", "sunshine12",
        "princess12", "chocolate1", "butterfly1", "computer12", "administrator", "adminadmin", "admin12345",
        "root123456",
        "testtesttest", "test123456", "testing1234", "guestguest", "useruseruser", "secretsecret", "whatever123",
        "thisismypassword", "nopassword", "password123456", "passwort123", "geheimgeheim", "motdepasse1", "contrasena",
        "contraseña", "hallohallo", "schatz1234", "ichliebedich", "jetaimejetaime", "tequieromucho",
    ]

    /// Words that are common whatever digits and signs stand around them.
    static let words: Set<String> = [
        "password", "passwords", "passw0rd", "passwort", "mypassword", "thepassword", "motdepasse", "contrasena",
        "contraseña", "qwerty", "qwertz", "azerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm",
        "iloveyou",
        "welcome", "letmein", "changeme", "administrator", "admin", "superman", "batman", "football", "baseball",
        "sunshine", "princess", "dragon", "monkey", "master", "abc", "abcdef", "abcdefgh", "test", "testing", "secret",
        "unknot", "unknotunknot", "hello", "hallo", "bonjour", "login", "summer", "winter", "spring", "autumn",
    ]
}
