"""Common given names of one gender. A table only: it tells which Keller "Mrs Keller" is.

Compiled by hand from names frequent in English-language news; names that both carry are left out.
"""

from __future__ import annotations

from service.actors.tables import words_of

FEMALE_NAMES = words_of(
    """Abigail Agnes Aisha Alexandra Alice Alicia Alison Amal Amanda Amelia Amina Amy Ana Anastasia
    Andrea Angela Angelina Anita Anjali Ann Anna Anne Annie Asma Audrey Barbara Beatrice Benazir
    Bernadette Beth Betty Beverly Bianca Brenda Bridget Britney Camilla Carla Carmen Carol Carolina
    Caroline Carolyn Catherine Cathy Charlotte Chelsea Cheryl Christina Christine Cindy Claire Clara
    Claudia Condoleezza Cristina Cynthia Danielle Daniela Deborah Debra Denise Diana Diane Donna
    Doris Dorothy Edith Eleanor Elena Elizabeth Ella Ellen Emily Emma Erica Eva Eve Evelyn Fatima
    Fiona Florence Frances Gabriela Gail Gloria Grace Greta Hanna Hannah Heather Helen Helena
    Hillary Ingrid Irene Irina Isabel Isabella Jane Janet Janice Jean Jennifer Jenny Jessica Joan
    Joanna Joanne Josephine Joyce Judith Judy Julia Julie Karen Kate Katherine Kathleen Kathryn
    Kathy Katie Kayla Kirsten Kristen Kristin Laila Laura Lauren Leila Lena Linda Lisa Liz Lois
    Louise Lucia Lucy Lydia Maggie Malala Marcia Margaret Maria Marie Marilyn Marina Marion Marta
    Martha Mary Maureen Megan Melanie Melania Melinda Melissa Mercedes Mia Michelle Mildred Miriam
    Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Olga Olivia Pamela Patricia
    Paula Pauline Phyllis Priscilla Rachel Rebecca Regina Rita Rosa Rose Rosemary Ruth Sabrina
    Samantha Sandra Sara Sarah Sharon Sheila Shirley Silvia Sofia Sonia Sophia Sophie Stella
    Stephanie Susan Suzanne Svetlana Sylvia Tamara Tanya Tara Tatiana Teresa Theresa Tiffany Tina
    Tracy Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian Wanda Wendy Yolanda
    Yulia Yvonne Zainab Zoe Zoë"""
)
MALE_NAMES = words_of(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alberto Alejandro Alexander Alfred
    Ali Allan Allen Andrew Andy Angelo Anthony Antonio Arnold Arthur Bashar Benjamin Bernard Bernie
    Bill Bob Boris Brad Bradley Brandon Brendan Brian Bruce Bryan Carl Carlos Chad Charles Charlie
    Chris Christopher Chuck Clarence Claude Colin Craig Curtis Dale Dan Daniel Darren Dave David
    Dennis Derek Diego Dick Dmitri Dmitry Don Donald Doug Douglas Duncan Edgar Edward Edwin Eric
    Ernest Eugene Felipe Fernando Fidel Francisco Frank Fred Frederick Gary Geoffrey George Gerald
    Gerard Giovanni Glenn Gordon Graham Greg Gregory Guy Hamid Harold Harry Hassan Hector Henry
    Herbert Howard Hugh Hugo Hussein Ian Ibrahim Igor Ivan Ivo Jack Jacob Jacques Jaime Jake James
    Jason Javier Jeff Jeffrey Jeremy Jerry Jesus Jim Jimmy Joe Joel John Johnny Jon Jonathan Jorge
    Jose Joseph Joshua José Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin Khalid Kurt Kyle
    Larry Lawrence Leo Leon Leonard Lewis Louis Luis Luke Mahmoud Manuel Marc Marco Marcus Mario
    Mark Martin Marvin Matt Matthew Max Maurice Michael Miguel Mike Mitch Mitt Mohamed Mohammad
    Mohammed Muhammad Mustafa Nathan Neil Nelson Nicholas Nicolas Nigel Norman Oliver Omar Oscar
    Osama Owen Patrick Paul Pedro Peter Phil Philip Pierre Rafael Ralph Ramon Raul Ray Raymond
    Ricardo Richard Rick Robert Roberto Roger Roland Ronald Rudolph Rupert Russell Saddam Salman Sam
    Samuel Scott Sean Sebastian Sergei Sergio Silvio Simon Stanley Stephen Steve Steven Stuart Ted
    Terrence Theodore Thomas Tim Timothy Tom Tommy Tony Vaclav Vernon Victor Vincent Vladimir Walter
    Warren Wayne Wesley William Yasser Yusuf Zachary"""
)
GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES
