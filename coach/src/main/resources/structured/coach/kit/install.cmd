@echo off
rem Sets up the tutorial from this kit: finds the shell that comes with Git for Windows, and runs install.sh in it.
rem     install                 into the folder "structured" in your home
rem     install --to FOLDER     into another one
setlocal
set "GIT=%ProgramFiles%\Git"
rem Installed for one user, or by Scoop, whose git on the PATH is only a shim.
for %%d in ("%LOCALAPPDATA%\Programs\Git" "%ProgramData%\scoop\apps\git\current" "%USERPROFILE%\scoop\apps\git\current" "%SCOOP%\apps\git\current") do if exist "%%~d\usr\bin\sh.exe" set "GIT=%%~d"
for /f "delims=" %%g in ('where git 2^>nul') do if exist "%%~dpg..\usr\bin\sh.exe" set "GIT=%%~dpg.."
if not exist "%GIT%\usr\bin\sh.exe" (
  echo Git for Windows was not found, and this needs its shell.
  echo Install it, then start install.cmd again. In this kit there is:
  dir /b "%~dp0extras" 2>nul
  exit /b 2
)
rem Its tools come first, since Windows has others by the names of find and sort.
set "PATH=%GIT%\usr\bin;%GIT%\bin;%GIT%\mingw64\bin;%PATH%"
set "MSYSTEM=MINGW64"
pushd "%~dp0"
"%GIT%\usr\bin\sh.exe" ./install.sh %*
exit /b %errorlevel%
