//! What generated people are called and where they live.

#[rustfmt::skip]
pub(crate) const FIRST_NAMES: &[&str] = &[
    "Aaliyah", "Abigail", "Adam", "Adriana", "Ahmed", "Aiko", "Alan", "Alejandro", "Alice", "Amara", "Amir", "Ana",
    "Andrea", "Anil", "Anja", "Anthony", "Arjun", "Astrid", "Beatriz", "Ben", "Bianca", "Björn", "Brenda", "Bruno",
    "Caleb", "Camila", "Carl", "Caroline", "Cedric", "Chloé", "Clara", "Connor", "Daniel", "Daria", "David",
    "Deepa", "Diego", "Dina", "Dmitri", "Edith", "Elena", "Eli", "Elsa", "Emeka", "Emma", "Eric", "Esther", "Ethan",
    "Eva", "Fatima", "Felix", "Fernando", "Françoise", "Gabriel", "George", "Gianna", "Hannah", "Haruto", "Helen",
    "Henry", "Hugo", "Ibrahim", "Ines", "Isaac", "Ivan", "Jack", "Jasmine", "Jens", "Joanna", "João", "Jonas",
    "José", "Julia", "Kai", "Karen", "Katarina", "Kenji", "Kofi", "Lars", "Laura", "Leah", "Leo", "Liam", "Linh",
    "Lucía", "Luka", "Madison", "Malik", "Marco", "Margaret", "Mateo", "Mei", "Michael", "Mina", "Mohammed",
    "Nadia", "Naomi", "Nathan", "Nia", "Nils", "Nora", "Oksana", "Oliver", "Omar", "Patricia", "Pavel", "Pedro",
    "Priya", "Quinn", "Rachel", "Rafael", "Rania", "René", "Robert", "Rosa", "Ruth", "Samuel", "Sara", "Sean",
    "Sergio", "Siobhán", "Sofia", "Stefan", "Susan", "Tariq", "Teresa", "Thomas", "Tomáš", "Uma", "Valentina",
    "Victor", "Wei", "William", "Xavier", "Yasmin", "Yuki", "Yusuf", "Zoë",
];

#[rustfmt::skip]
pub(crate) const LAST_NAMES: &[&str] = &[
    "Abbott", "Acosta", "Adeyemi", "Ahmed", "Andersen", "Baker", "Banerjee", "Bauer", "Becker", "Bennett",
    "Bianchi", "Brooks", "Brown", "Byrne", "Campbell", "Carter", "Castillo", "Chen", "Cohen", "Collins", "Cooper",
    "Costa", "Cruz", "Da Silva", "Davis", "Delgado", "Diallo", "Dubois", "Edwards", "Eriksson", "Evans", "Farouk",
    "Fernández", "Fischer", "Fitzgerald", "Flores", "Foster", "Fraser", "Garcia", "Gómez", "Gray", "Green",
    "Grünwald", "Gupta", "Haddad", "Hall", "Hansen", "Harris", "Hayes", "Hernández", "Hoffmann", "Howard", "Hughes",
    "Hussein", "Ito", "Jackson", "Jansen", "Jensen", "Johnson", "Jones", "Kaur", "Kelly", "Khan", "Kim", "King",
    "Kowalski", "Kumar", "Larsen", "Le", "Lee", "Lewis", "Li", "Lindqvist", "Lopez", "Marín", "Martin", "Martinez",
    "Mensah", "Meyer", "Miller", "Mitchell", "Moreau", "Morgan", "Morris", "Müller", "Murphy", "Nakamura", "Nelson",
    "Nguyen", "Novák", "O'Brien", "O'Connor", "Okafor", "Olsen", "Ortiz", "Osei", "Papadopoulos", "Park", "Patel",
    "Pereira", "Peterson", "Petrov", "Phillips", "Popescu", "Powell", "Price", "Ramirez", "Reed", "Richter",
    "Rivera", "Roberts", "Rodriguez", "Rossi", "Russo", "Sánchez", "Santos", "Sato", "Schneider", "Schröder",
    "Scott", "Shah", "Silva", "Singh", "Søndergaard", "Stewart", "Suzuki", "Svensson", "Takahashi", "Tanaka",
    "Taylor", "Thompson", "Torres", "Tran", "Turner", "Van der Berg", "Vargas", "Vega", "Walker", "Walsh", "Wang",
    "Ward", "Watson", "Weber", "White", "Williams", "Wilson", "Wong", "Wright", "Wójcik", "Yamamoto", "Yılmaz",
    "Young", "Zhang", "Zimmermann",
];

/// Where somebody lives: city, state, the beginning of the postal code, the telephone's area.
///
/// 508 is left to the known customers, so that none of their numbers finds anybody else.
pub(crate) const PLACES: &[(&str, &str, &str, &str)] = &[
    ("Albany", "NY", "122", "518"),
    ("Albuquerque", "NM", "871", "505"),
    ("Ann Arbor", "MI", "481", "734"),
    ("Asheville", "NC", "288", "828"),
    ("Austin", "TX", "787", "512"),
    ("Baltimore", "MD", "212", "410"),
    ("Boise", "ID", "837", "208"),
    ("Boston", "MA", "021", "617"),
    ("Burlington", "VT", "054", "802"),
    ("Charleston", "SC", "294", "843"),
    ("Chicago", "IL", "606", "312"),
    ("Cleveland", "OH", "441", "216"),
    ("Denver", "CO", "802", "303"),
    ("Des Moines", "IA", "503", "515"),
    ("El Paso", "TX", "799", "915"),
    ("Eugene", "OR", "974", "541"),
    ("Fresno", "CA", "937", "559"),
    ("Hartford", "CT", "061", "860"),
    ("Honolulu", "HI", "968", "808"),
    ("Kansas City", "MO", "641", "816"),
    ("Laguna Beach", "CA", "926", "949"),
    ("Madison", "WI", "537", "608"),
    ("Memphis", "TN", "381", "901"),
    ("Minneapolis", "MN", "554", "612"),
    ("New Orleans", "LA", "701", "504"),
    ("Pittsburgh", "PA", "152", "412"),
    ("Portland", "ME", "041", "207"),
    ("Providence", "RI", "029", "401"),
    ("Sacramento", "CA", "958", "916"),
    ("Seattle", "WA", "981", "206"),
];

#[rustfmt::skip]
pub(crate) const STREETS: &[&str] = &[
    "Ash Lane", "Bridge St", "Cedar Ave", "Chestnut St", "Church Rd", "Elm St", "Farm Rd", "Forest Drive",
    "Grove St", "Harbor View", "High St", "Hillside Ave", "Lake Shore Drive", "Maple St", "Market St",
    "Meadow Lane", "Mill Rd", "Oak St", "Orchard Way", "Park Ave", "Pine St", "Prospect St", "River Rd",
    "School St", "Spring St", "Station Rd", "Summit Ave", "Union St", "Walnut St", "Willow Court",
];

/// A name as an e-mail address can bear it: lower case, letters without their marks, nothing else.
pub(crate) fn plain(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter_map(without_mark).collect()
}

fn without_mark(letter: char) -> Option<char> {
    match letter {
        'á' | 'à' | 'ã' | 'ä' | 'å' => Some('a'),
        'ç' => Some('c'),
        'é' | 'è' | 'ë' => Some('e'),
        'í' | 'ı' => Some('i'),
        'ñ' => Some('n'),
        'ó' | 'ö' | 'ø' => Some('o'),
        'š' => Some('s'),
        'ü' => Some('u'),
        plain if plain.is_ascii_alphanumeric() => Some(plain),
        _ => None,
    }
}
